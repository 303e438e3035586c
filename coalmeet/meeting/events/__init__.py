"""What can happen in a meeting: past tense, frozen, one sentence each. This vocabulary is what the file
keeps for ever.
"""

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
    ItemMoved,
    ItemSettled,
    ItemStarted,
    RecordResumed,
    RecordSuspended,
    TimeboxChanged,
)
from coalmeet.meeting.events.decisions import (
    Answered,
    DecisionReopened,
    ObjectionEnded,
    ObjectionRaised,
    ObjectionUnderstood,
    ProposalAdopted,
    ProposalBrought,
    ProposalSettled,
    ResponsibleNamed,
    ReviewSet,
    StageReached,
    TextAmended,
    TextLocked,
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
    SeatAdded,
)
from coalmeet.meeting.events.rounds import (
    AskedLater,
    Passed,
    RoundBegun,
    RoundEnded,
    RoundJoined,
    Spoke,
    WordGiven,
)
from coalmeet.meeting.events.values import (
    AgendaEntry,
    Member,
    OpenAction,
    Seat,
)
from coalmeet.meeting.events.whole import (
    AgendaAgreed,
    Evaluated,
    FacilitatorChanged,
    MeetingClosed,
    MeetingOpened,
    MeetingReopened,
    NextFacilitatorAgreed,
    NextMeetingAgreed,
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
    | MeetingClosed
    | MeetingReopened
    | NextMeetingAgreed
    | NextFacilitatorAgreed
    | Evaluated
    | Thanked
    | SeatAdded
    | Arrived
    | Departed
    | DepartureAnnounced
    | ItemAdded
    | ItemMoved
    | ItemLabelled
    | ItemStarted
    | ItemLeft
    | ItemEnded
    | ItemSettled
    | ClockPaused
    | ClockResumed
    | GapCounted
    | TimeboxChanged
    | BreakBegun
    | BreakEnded
    | RecordSuspended
    | RecordResumed
    | RoundBegun
    | Spoke
    | Passed
    | AskedLater
    | RoundJoined
    | RoundEnded
    | WordGiven
    | ActionAgreed
    | ActionDropped
    | ActionReviewed
    | TopicParked
    | ProposalBrought
    | StageReached
    | TextAmended
    | TextLocked
    | Answered
    | ObjectionRaised
    | ObjectionUnderstood
    | ObjectionEnded
    | ProposalAdopted
    | ProposalSettled
    | ReviewSet
    | ResponsibleNamed
    | DecisionReopened
    | TakenBack
    | Restored
    | Corrected
    | Unknown
)

__all__ = [
    "ActionAgreed",
    "ActionDropped",
    "ActionReviewed",
    "AgendaAgreed",
    "AgendaEntry",
    "Answered",
    "Arrived",
    "AskedLater",
    "BreakBegun",
    "BreakEnded",
    "ClockPaused",
    "ClockResumed",
    "Corrected",
    "DecisionReopened",
    "Departed",
    "DepartureAnnounced",
    "Evaluated",
    "Event",
    "FacilitatorChanged",
    "GapCounted",
    "ItemAdded",
    "ItemEnded",
    "ItemLabelled",
    "ItemLeft",
    "ItemMoved",
    "ItemSettled",
    "ItemStarted",
    "MeetingClosed",
    "MeetingOpened",
    "MeetingReopened",
    "Member",
    "NextFacilitatorAgreed",
    "NextMeetingAgreed",
    "NoteTakerChanged",
    "ObjectionEnded",
    "ObjectionRaised",
    "ObjectionUnderstood",
    "OpenAction",
    "Passed",
    "ProposalAdopted",
    "ProposalBrought",
    "ProposalSettled",
    "RecordResumed",
    "RecordSuspended",
    "ResponsibleNamed",
    "Restored",
    "ReviewSet",
    "RoundBegun",
    "RoundEnded",
    "RoundJoined",
    "Seat",
    "SeatAdded",
    "Spoke",
    "StageReached",
    "TakenBack",
    "TextAmended",
    "TextLocked",
    "Thanked",
    "TimeboxChanged",
    "TopicParked",
    "Unknown",
    "WordGiven",
]
