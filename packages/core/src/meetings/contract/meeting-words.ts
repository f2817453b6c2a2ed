export {
  type MeetingOutcomeKind,
  meetingOutcomes,
  type SummaryLength,
  summaryLengths,
} from "@besunny/document-model/statements/meeting-words";
