"""What can happen in a meeting: past tense, frozen, one sentence each. This vocabulary is what the file
keeps for ever.
"""

from coalmeet.meeting.events.again import (
    NOTHING_BEFORE,
    Again,
    DecisionReviewed,
    DecisionTold,
    Raised,
)
from coalmeet.meeting.events.agenda import (
    BreakBegun,
    BreakEnded,
    ClockPaused,
    ClockResumed,
    GapCounted,
    ItemAdded,
    ItemEnded,
    ItemLabelled,
    ItemLeft,
    ItemMerged,
    ItemMoved,
    ItemRenamed,
    ItemSettled,
    ItemSplit,
    ItemStarted,
    MeetingAdjourned,
    MeetingContinued,
    RecordResumed,
    RecordSuspended,
    ReturnMoved,
    TimeboxChanged,
    TopicChosen,
)
from coalmeet.meeting.events.agreement import ANY_KIND, HOUSE, USUAL_TELLING, DecisionKind, Profile, Telling
from coalmeet.meeting.events.decisions import (
    Answered,
    CriteriaSet,
    DecisionReopened,
    LoopAllowed,
    ObjectionEnded,
    ObjectionRaised,
    ObjectionTested,
    ObjectionUnderstood,
    ProposalAdopted,
    ProposalBrought,
    ProposalSettled,
    ResponsibleNamed,
    ReviewSet,
    StageReached,
    TextAmended,
    TextLocked,
    TranslationGiven,
)
from coalmeet.meeting.events.emergency import EmergencyCalled
from coalmeet.meeting.events.last_time import (
    ComingNextTime,
    CorrectionLeftOut,
    CorrectionNoted,
    LastMeeting,
    MinutesApproved,
    NotedCorrection,
    PreparerAgreed,
)
from coalmeet.meeting.events.marks import (
    Corrected,
    Restored,
    TakenBack,
    Unknown,
)
from coalmeet.meeting.events.people import (
    Arrived,
    Departed,
    DepartureAnnounced,
    LineLost,
    SeatAdded,
    StillHere,
)
from coalmeet.meeting.events.roles import LeadAllowed, RoleTaken
from coalmeet.meeting.events.rounds import (
    AskedLater,
    DirectionTurned,
    GroupsFormed,
    GroupsReturned,
    NotAnswered,
    Passed,
    RoundBegun,
    RoundEnded,
    RoundJoined,
    RoundTakenUp,
    SignsSeen,
    Spoke,
    SweepBegun,
    ThemeNoted,
    WordGiven,
)
from coalmeet.meeting.events.selection import CandidateProposed, Nominated, SelectionBegun, TermAgreed
from coalmeet.meeting.events.stack import (
    FloorFreed,
    FloorGiven,
    StackJoined,
    StackLeft,
    StackMoved,
)
from coalmeet.meeting.events.values import (
    AgendaEntry,
    Member,
    OpenAction,
    Seat,
)
from coalmeet.meeting.events.votes import FIRST_TRY, EarlierTry, FallbackTaken
from coalmeet.meeting.events.whole import (
    AgendaAgreed,
    Evaluated,
    FacilitatorChanged,
    MeetingClosed,
    MeetingOpened,
    MeetingReopened,
    NextFacilitatorAgreed,
    NextMeetingAgreed,
    NextNoteTakerAgreed,
    NoteTakerChanged,
    Thanked,
)
from coalmeet.meeting.events.work import (
    ActionAgreed,
    ActionDropped,
    ActionReviewed,
    TopicParked,
)

Event = (
    MeetingOpened
    | AgendaAgreed
    | FacilitatorChanged
    | NoteTakerChanged
    | CorrectionLeftOut
    | CorrectionNoted
    | MinutesApproved
    | ComingNextTime
    | PreparerAgreed
    | LeadAllowed
    | RoleTaken
    | MeetingClosed
    | MeetingReopened
    | NextMeetingAgreed
    | NextNoteTakerAgreed
    | NextFacilitatorAgreed
    | Evaluated
    | Thanked
    | SeatAdded
    | Arrived
    | Departed
    | DepartureAnnounced
    | StillHere
    | LineLost
    | ItemAdded
    | ItemMoved
    | ItemRenamed
    | ItemLabelled
    | ItemSplit
    | ItemMerged
    | ItemStarted
    | ItemLeft
    | ItemEnded
    | ItemSettled
    | ClockPaused
    | ClockResumed
    | GapCounted
    | TimeboxChanged
    | TopicChosen
    | BreakBegun
    | BreakEnded
    | MeetingAdjourned
    | MeetingContinued
    | RecordSuspended
    | ReturnMoved
    | RecordResumed
    | RoundBegun
    | Spoke
    | Passed
    | AskedLater
    | NotAnswered
    | RoundJoined
    | DirectionTurned
    | SignsSeen
    | SweepBegun
    | GroupsFormed
    | GroupsReturned
    | RoundEnded
    | RoundTakenUp
    | ThemeNoted
    | WordGiven
    | StackJoined
    | StackLeft
    | StackMoved
    | FloorGiven
    | FloorFreed
    | ActionAgreed
    | ActionDropped
    | ActionReviewed
    | TopicParked
    | SelectionBegun
    | Nominated
    | CandidateProposed
    | TermAgreed
    | ProposalBrought
    | StageReached
    | TextAmended
    | TextLocked
    | TranslationGiven
    | Answered
    | ObjectionRaised
    | ObjectionUnderstood
    | CriteriaSet
    | LoopAllowed
    | ObjectionTested
    | ObjectionEnded
    | ProposalAdopted
    | ProposalSettled
    | ReviewSet
    | ResponsibleNamed
    | DecisionReopened
    | FallbackTaken
    | DecisionReviewed
    | EmergencyCalled
    | TakenBack
    | Restored
    | Corrected
    | Unknown
)

__all__ = [
    "ANY_KIND",
    "FIRST_TRY",
    "HOUSE",
    "NOTHING_BEFORE",
    "USUAL_TELLING",
    "ActionAgreed",
    "ActionDropped",
    "ActionReviewed",
    "Again",
    "AgendaAgreed",
    "AgendaEntry",
    "Answered",
    "Arrived",
    "AskedLater",
    "BreakBegun",
    "BreakEnded",
    "CandidateProposed",
    "ClockPaused",
    "ClockResumed",
    "ComingNextTime",
    "Corrected",
    "CorrectionLeftOut",
    "CorrectionNoted",
    "CriteriaSet",
    "DecisionKind",
    "DecisionReopened",
    "DecisionReviewed",
    "DecisionTold",
    "Departed",
    "DepartureAnnounced",
    "DirectionTurned",
    "EarlierTry",
    "EmergencyCalled",
    "Evaluated",
    "Event",
    "FacilitatorChanged",
    "FallbackTaken",
    "FloorFreed",
    "FloorGiven",
    "GapCounted",
    "GroupsFormed",
    "GroupsReturned",
    "ItemAdded",
    "ItemEnded",
    "ItemLabelled",
    "ItemLeft",
    "ItemMerged",
    "ItemMoved",
    "ItemRenamed",
    "ItemSettled",
    "ItemSplit",
    "ItemStarted",
    "LastMeeting",
    "LeadAllowed",
    "LineLost",
    "LoopAllowed",
    "MeetingAdjourned",
    "MeetingClosed",
    "MeetingContinued",
    "MeetingOpened",
    "MeetingReopened",
    "Member",
    "MinutesApproved",
    "NextFacilitatorAgreed",
    "NextMeetingAgreed",
    "NextNoteTakerAgreed",
    "Nominated",
    "NotAnswered",
    "NoteTakerChanged",
    "NotedCorrection",
    "ObjectionEnded",
    "ObjectionRaised",
    "ObjectionTested",
    "ObjectionUnderstood",
    "OpenAction",
    "Passed",
    "PreparerAgreed",
    "Profile",
    "ProposalAdopted",
    "ProposalBrought",
    "ProposalSettled",
    "Raised",
    "RecordResumed",
    "RecordSuspended",
    "ResponsibleNamed",
    "Restored",
    "ReturnMoved",
    "ReviewSet",
    "RoleTaken",
    "RoundBegun",
    "RoundEnded",
    "RoundJoined",
    "RoundTakenUp",
    "Seat",
    "SeatAdded",
    "SelectionBegun",
    "SignsSeen",
    "Spoke",
    "StackJoined",
    "StackLeft",
    "StackMoved",
    "StageReached",
    "StillHere",
    "SweepBegun",
    "TakenBack",
    "Telling",
    "TermAgreed",
    "TextAmended",
    "TextLocked",
    "Thanked",
    "ThemeNoted",
    "TimeboxChanged",
    "TopicChosen",
    "TopicParked",
    "TranslationGiven",
    "Unknown",
    "WordGiven",
]
