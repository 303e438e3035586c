"""A proposal as it stands: its versions, its answers and its objections, each with a life of its own."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.events import ANY_KIND, HOUSE, DecisionKind, FallbackTaken, Profile

NOT_BY_NAME = ("sign", "quick")  # answers for which nobody was called


@dataclass(frozen=True, slots=True)
class Version:
    """A text that was restated and locked."""

    number: int
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in a second language, and the words that it stands for; never binding."""

    language: str
    text: str
    of: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What an organisation said to one version, by whom and how; `words` are those that it answered beforehand."""

    organisation: str
    version: int
    answer: str
    person: str
    text: str
    how: str
    at: int
    confirm_by: str = ""
    reader: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection with a life of its own; open while `ending` is ""."""

    id: str
    organisation: str
    version: int
    reason: str
    ground: str
    named: bool
    at: int
    ending: str = ""
    note: str = ""
    ended_in_version: int = 0
    tested: bool = False
    disagree: tuple[str, ...] = ()
    to: str = ""
    until: str = ""
    reader: str = ""

    @property
    def life(self) -> str:
        """How far it has come: raised, understood (reason and ground are written down), tested, or its ending."""
        if self.ending or self.tested:
            return self.ending or "tested"
        return "understood" if self.reason and self.ground else "raised"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text put to the coalition, with everything that happened to it.

    `profile` and `ruled_by` are copies of the charter's settings and of the decision matrix's row for its kind.
    `stage` is draft, presented, clarifying, reacting, amending, consent, integrating, adopted or settled;
    `text` is the draft on the table; `locked` says whether it is the last version, word for word.
    `present`, `left_before`, `window_days` and `outcome` are as the record has them now; `present_then` and
    `window_then` as they were noted when it was decided. `leader` is the person who led it then; `lead_accepted` says
    that the group was asked afterwards, and let it stand. `reopened_why` is corrected or stake. `stage_since` is when
    it came to its stage (wall time).
    """

    id: str
    item: str
    text: str
    proposer: str = ""
    need: str = ""
    kind: str = ""
    ancestor: str = ""
    stage: str = "draft"
    locked: bool = False
    versions: tuple[Version, ...] = ()
    answers: tuple[Answer, ...] = ()
    objections: tuple[Objection, ...] = ()
    outcome: str = ""
    words: str = ""
    decided_at: int = 0
    present: tuple[str, ...] = ()
    left_before: tuple[str, ...] = ()
    review_date: str = ""
    responsible: str = ""
    provisional_until: str = ""
    until: str = ""
    to: str = ""
    reopened_as: str = ""
    profile: Profile = HOUSE
    ruled_by: DecisionKind = ANY_KIND
    stages: tuple[str, ...] = ()
    loops_allowed: int = 0
    success: str = ""
    stop_if: str = ""
    tell: str = ""
    fallback: FallbackTaken | None = None
    decided_by: str = ""
    authority: str = ""
    brought: str = ""
    translation: Translation | None = None
    window_days: int = 0
    present_then: tuple[str, ...] = ()
    window_then: int = 0
    leader: str = ""
    lead_accepted: bool = False
    reopened_why: str = ""
    stage_since: int = 0

    @property
    def method(self) -> str:
        """How it is decided: the matrix's method, or the vote that the charter falls back on."""
        return self.fallback.method if self.fallback else self.ruled_by.method

    @property
    def version(self) -> int:
        """The number of the last locked version, 0 before the first."""
        return self.versions[-1].number if self.versions else 0

    @property
    def decided(self) -> bool:
        """Whether it has come to an end, adopted or not."""
        return bool(self.outcome)

    @property
    def open_objections(self) -> tuple[Objection, ...]:
        """The objections that still stand in the way."""
        return tuple(objection for objection in self.objections if not objection.ending)

    @property
    def loops(self) -> int:
        """How often the text was, or is being, changed because of an objection."""
        raised = {one.version for one in self.objections if one.version}
        return len(raised | {one.version for one in self.answers if one.answer == "objection"})

    @property
    def may_loop(self) -> bool:
        """Whether the charter, or the group, allows another version."""
        if self.method not in ("consent", "selection"):
            return True  # no objection is integrated where there is a vote
        return not self.profile.loops or self.loops <= self.profile.loops + self.loops_allowed

    @property
    def quick(self) -> bool:
        """Whether consent was asked for without clarifying and reacting."""
        return bool(self.versions) and not {"clarifying", "reacting"} & set(self.stages)

    @property
    def in_second_language(self) -> Translation | None:
        """The translation, as long as the words are still those that it stands for."""
        given, words = self.translation, self.words or self.text
        return given if given is not None and given.of == words else None

    def answer_of(self, organisation: str) -> Answer | None:
        """What the organisation said to the version on the table, or None.

        On a critical kind a sign is no answer, where it turns out that it is one.
        """
        for answer in reversed(self.answers):
            if answer.organisation == organisation and answer.version == self.version:
                return None if self.ruled_by.critical and answer.how in NOT_BY_NAME else answer
        return None
