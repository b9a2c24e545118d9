import type { components } from "./types";

type Schemas = components["schemas"];

export type Me = Schemas["Me"];
export type Membership = Schemas["MembershipOut"];
export type Role = Schemas["Role"];
export type Reason = Schemas["Spoken"];

export type Suggestion = Schemas["SuggestionOut"];
export type Suggestions = Schemas["SuggestionsOut"];
export type SuggestionReview = Schemas["SuggestionReviewIn"];
export type SuggestionReviewed = Schemas["SuggestionReviewOut"];
export type DismissReason = Schemas["DismissReason"];
export type Observation = Schemas["ObservationOut"];
export type LookShown = Schemas["LookOut"];
export type DaysOff = Schemas["DaysOffOut"];
export type QuietWeek = Schemas["QuietWeekOut"];

export type Zone = Schemas["ZoneOut"];
export type Message = Schemas["MessageOut"];
export type Messages = Schemas["MessagesOut"];
export type Mark = Schemas["MarkOut"];
export type SignalKind = Schemas["SignalKind"];
export type Correction = Schemas["CorrectionOut"];
export type Cited = Schemas["CitedOut"];
export type Scaffold = Schemas["ScaffoldOut"];
export type Help = Schemas["HelpOut"];

export type Distillation = Schemas["DistillationOut"];
export type DistillationRow = Schemas["DistillationRow"];
export type DistillationState = Schemas["DistillationState"];
export type Claim = Schemas["ClaimOut"];
export type Citation = Schemas["CitationOut"];
export type Comment = Schemas["CommentOut"];
export type AskedAuthor = Schemas["AskedAuthorOut"];
export type HandOver = Schemas["HandOverOut"];
export type Rewording = Schemas["RewordingOut"];
export type PassLink = Schemas["PassLinkOut"];
export type Pass = Schemas["PassOut"];
export type PassArticle = Schemas["PassArticleOut"];
export type PassEnd = Schemas["PassEndOut"];
export type Round = Schemas["RoundOut"];
export type RoundPoint = Schemas["AgendaPointOut"];
export type AskedOfMe = Schemas["AskedOfMeOut"];
export type QuoteOfMe = Schemas["QuoteOut"];
export type ClaimReview = Schemas["ClaimReviewIn"];

export type ArticleRow = Schemas["ArticleRow"];
export type Article = Schemas["ArticleOut"];
export type Answer = Schemas["AnswerOut"];
export type AnswerCitation = Schemas["AnswerCitationOut"];
export type QuestionRow = Schemas["QuestionRow"];
export type QuestionState = Schemas["QuestionState"];

export type Import = Schemas["ImportOut"];
export type Report = Schemas["ReportOut"];
export type Pasted = Schemas["PasteOut"];
export type Member = Schemas["MemberOut"];
export type Reading = Schemas["ReadingOut"];
export type Guess = Schemas["GuessOut"];
export type Evidence = Schemas["EvidenceOut"];
export type Contest = Schemas["ContestOut"];
export type AboutMe = Schemas["AboutMeOut"];
export type SignInLink = Schemas["LinkOut"];
export type SettingsShown = Schemas["SettingsOut"];
export type Chosen = Schemas["ChosenOut"];
export type Budget = Schemas["BudgetOut"];
export type Removal = Schemas["RemovalOut"];
export type Finding = Schemas["FindingOut"];

export type Pain = Schemas["PainOut"];
export type Pains = Schemas["PainsOut"];
export type PainDecision = Schemas["PainDecisionIn"];
export type Tap = Schemas["TapOut"];
export type TapDue = Schemas["TapDueOut"];
export type TapAnswer = Pick<Schemas["TapAnswerIn"], "choice"> & Partial<Schemas["TapAnswerIn"]>;

export type Obligation = Schemas["ObligationOut"];
export type Obligations = Schemas["ObligationsOut"];
export type ObligationState = Obligation["state"];
export type OwedWeek = Schemas["OwedWeekOut"];
export type OwedWeeks = Schemas["OwedWeeksOut"];
export type HandedOver = Schemas["HandedOverOut"];
export type Duty = Schemas["DutyOut"];
export type Duties = Schemas["DutiesOut"];
export type DutyGiven = Schemas["DutyIn"];
export type Staff = Schemas["StaffOut"];

export type Health = Schemas["HealthOut"];
export type HealthFigure = Schemas["FigureOut"];
export type Trend = Schemas["TrendOut"];
export type TrendPoint = Schemas["PointOut"];
export type Cohorts = Schemas["CohortsOut"];
export type Talkers = Schemas["TalkersOut"];
export type Network = Schemas["NetworkOut"];
export type WaitingNow = Schemas["WaitingOut"];

export type Token = Schemas["TokenOut"];
export type NewToken = Schemas["NewTokenOut"];
export type Webhook = Schemas["WebhookOut"];
export type Notice = Schemas["NoticeOut"];

export type Consents = Schemas["ConsentsOut"];
export type Consent = Schemas["ConsentOut"];
export type ConsentGiven = Schemas["ConsentIn"];
export type Seeds = Schemas["SeedsOut"];
export type Seed = Schemas["SeedOut"];
export type SeedAnswer = Schemas["SeedIn"]["answer"];
export type AppointmentsShown = Schemas["AppointmentsOut"];
export type Appointment = Schemas["AppointmentOut"];
export type AppointmentGiven = Schemas["AppointmentIn"];
