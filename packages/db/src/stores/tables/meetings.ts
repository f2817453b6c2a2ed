import {
  atItsSource,
  cleared,
  idAlone,
  inWorkspace,
  kept,
  ofDocument,
  type Store,
  takenOut,
  theirs,
  theirsCleared,
} from "../store";

/** Meetings, calendars, and the accounts from which documents come. */
export const meetingTables = {
  Meeting: ofDocument({ table: "meetings", holds: "what was understood of meetings" }),
  MeetingSpeaker: inWorkspace({
    table: "meeting_speakers",
    holds: "speakers of meetings",
    people: { user_id: cleared, corrected_by: idAlone },
    held: "withDocument",
  }),
  MeetingTurn: inWorkspace({
    table: "meeting_turns",
    holds: "turns of meetings, by their places",
    held: "withDocument",
  }),
  MeetingFinding: inWorkspace({
    table: "meeting_findings",
    holds: "summaries, topics and questions of meetings",
    people: { corrected_by: idAlone, removed_by: idAlone },
    held: "withDocument",
  }),
  ActionItem: inWorkspace({
    table: "action_items",
    holds: "actions",
    documents: { document_id: "clear" },
    people: {
      owner_id: theirsCleared,
      created_by: theirsCleared,
      confirmed_by: theirsCleared,
      kept_for: takenOut,
    },
    held: "withDocument",
  }),
  Decision: ofDocument({
    table: "decisions",
    holds: "decisions",
    people: { confirmed_by: cleared, removed_by: cleared },
  }),
  MeetingDocument: ofDocument({
    table: "meeting_documents",
    holds: "documents that meetings were about",
    people: { confirmed_by: cleared, removed_by: cleared },
  }),
  MeetingSettings: inWorkspace({
    table: "meeting_settings",
    holds: "choices on meetings",
    people: { changed_by: cleared },
  }),
  CalendarEvent: inWorkspace({
    table: "calendar_events",
    holds: "events of chosen calendars",
    workspace: atItsSource,
  }),
  Connection: inWorkspace({
    table: "connections",
    holds: "accounts at providers",
    people: { owner_id: theirs },
    secrets: ["sealed_tokens"],
  }),
  Source: inWorkspace({ table: "sources", holds: "drives, mailboxes and calendars" }),
  SourceItem: inWorkspace({
    table: "source_items",
    holds: "names and places of things at sources",
    workspace: atItsSource,
    documents: { document_id: "clear" },
  }),
  SourceLook: inWorkspace({ table: "source_looks", holds: "looks at sources" }),
  SourceWatch: inWorkspace({
    table: "source_watches",
    holds: "channels by which providers tell of changes",
    secrets: ["hook_hash"],
  }),
  SourcePerson: inWorkspace({
    table: "source_people",
    holds: "addresses of members at sources",
    workspace: atItsSource,
    people: { user_id: theirs, confirmed_by_id: cleared },
  }),
  SourceGrant: inWorkspace({
    table: "source_grants",
    holds: "who sees items at their sources, by address",
    workspace: atItsSource,
  }),
  SourceGroup: inWorkspace({
    table: "source_groups",
    holds: "addresses of the members of groups at sources",
    workspace: atItsSource,
  }),
  OauthAttempt: inWorkspace({
    table: "oauth_attempts",
    holds: "consents under way",
    workspace: { export: kept("It runs out within minutes and holds a secret."), erase: "rows" },
    people: { user_id: { isTheirs: false, erase: "delete" } },
    secrets: ["state_hash", "sealed_verifier"],
  }),
  HookEndpoint: inWorkspace({
    table: "hook_endpoints",
    holds: "addresses that providers call",
    workspace: { export: kept("It holds hashes of secrets alone."), erase: "rows" },
    secrets: ["token_hash", "secret_hash"],
  }),
  HookDelivery: inWorkspace({
    table: "hook_deliveries",
    holds: "calls of providers, by number",
    workspace: { export: kept("It holds numbers of calls, for repeated ones."), erase: "rows" },
    secrets: ["token_hash"],
  }),
} satisfies Partial<Record<string, Store>>;
