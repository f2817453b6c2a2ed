import {
  byItsPerson,
  cleared,
  inWorkspace,
  kept,
  ofPlatform,
  type Store,
  theirs,
  theirsCleared,
} from "../store";

const endsAlone = kept("It runs out by itself within a day, and names nobody by an id.");
const perPerson = kept("It is of a person, and not of a workspace.");

/** Accounts, and what each person has set or done for themselves in a workspace. */
export const peopleTables = {
  User: ofPlatform({
    table: "users",
    holds: "accounts: name, address and password",
    workspace: {
      export: kept(
        "Members are exported with their names. Accounts may belong to other workspaces.",
      ),
      erase: perPerson,
    },
    people: { id: theirs },
    secrets: ["password_hash"],
  }),
  Session: ofPlatform({
    table: "sessions",
    holds: "sessions with browser and address",
    workspace: { export: perPerson, erase: perPerson },
    people: { user_id: theirs },
  }),
  KnownDevice: ofPlatform({
    table: "known_devices",
    holds: "browsers in which a person has signed in",
    workspace: { export: perPerson, erase: perPerson },
    people: { user_id: theirs },
    secrets: ["token_hash"],
  }),
  PasswordReset: ofPlatform({
    table: "password_resets",
    holds: "links to choose a new password",
    workspace: { export: perPerson, erase: perPerson },
    people: { user_id: theirs },
    secrets: ["token_hash"],
  }),
  SignUpRequest: ofPlatform({
    table: "sign_up_requests",
    holds: "people who have not yet proven their address",
    workspace: { export: endsAlone, erase: endsAlone },
    secrets: ["password_hash", "token_hash"],
  }),
  Membership: inWorkspace({
    table: "memberships",
    holds: "members and their roles",
    people: { user_id: theirs },
  }),
  Invitation: inWorkspace({
    table: "invitations",
    holds: "invitations with their addresses",
    people: { invited_by_id: { isTheirs: false, erase: "delete" } },
    secrets: ["token_hash"],
  }),
  ApiKey: inWorkspace({
    table: "api_keys",
    holds: "API keys",
    people: { user_id: theirs },
    secrets: ["key_hash"],
  }),
  GroupMember: inWorkspace({
    table: "group_members",
    holds: "people of groups",
    people: { user_id: theirs },
  }),
  ProjectMember: inWorkspace({
    table: "project_members",
    holds: "people of projects",
    people: { user_id: theirs },
  }),
  Notice: inWorkspace({
    table: "notices",
    holds: "notices in people's inboxes",
    workspace: byItsPerson,
    documents: { document_id: "delete" },
    people: { user_id: theirs, by_id: cleared },
  }),
  NoticeSettings: inWorkspace({
    table: "notice_settings",
    holds: "how people are notified",
    workspace: byItsPerson,
    people: { user_id: theirs },
  }),
  NoticeMail: inWorkspace({
    table: "notice_mails",
    holds: "mails about notices that wait or were sent",
    workspace: byItsPerson,
    people: { user_id: theirs },
    secrets: ["token_hash"],
  }),
  View: inWorkspace({ table: "views", holds: "saved queries", people: { owner_id: theirs } }),
  ViewHabit: inWorkspace({
    table: "view_habits",
    holds: "which saved queries people pinned",
    workspace: byItsPerson,
    people: { user_id: theirs },
  }),
  LibraryLayout: inWorkspace({
    table: "library_layouts",
    holds: "how people have the library shown",
    workspace: byItsPerson,
    people: { user_id: theirs },
  }),
  FirstSteps: inWorkspace({
    table: "first_steps",
    holds: "first steps that people took",
    workspace: byItsPerson,
    people: { user_id: theirs },
  }),
  Visit: inWorkspace({
    table: "visits",
    holds: "when people were last here",
    workspace: byItsPerson,
    people: { user_id: theirs },
  }),
  Conversation: inWorkspace({
    table: "conversations",
    holds: "conversations",
    workspace: byItsPerson,
    people: { owner_id: theirs },
  }),
  ConversationTurn: inWorkspace({
    table: "conversation_turns",
    holds: "questions and answers",
    workspace: byItsPerson,
    documents: { document_ids: "clear", other_document_ids: "clear" },
  }),
  AnswerRating: inWorkspace({
    table: "answer_ratings",
    holds: "ratings of answers",
    workspace: byItsPerson,
    people: { user_id: theirs },
  }),
  SearchLogEntry: inWorkspace({
    table: "search_log",
    holds: "searches and questions",
    workspace: byItsPerson,
    documents: { opened_document_id: "delete" },
    people: { user_id: theirs },
  }),
  IdempotencyKey: inWorkspace({
    table: "idempotency_keys",
    holds: "answers for repeated requests",
    workspace: { export: kept("It is of use for one day to one program."), erase: "rows" },
    people: { actor_id: { isTheirs: false, erase: "delete" } },
  }),
  MeetingWishes: inWorkspace({
    table: "meeting_wishes",
    holds: "wishes on briefs and reminders",
    workspace: byItsPerson,
    people: { user_id: theirs },
  }),
  Brief: inWorkspace({
    table: "briefs",
    holds: "briefs before meetings",
    workspace: byItsPerson,
    people: { user_id: theirs },
  }),
  DocumentOpening: inWorkspace({
    table: "document_openings",
    holds: "documents that people opened last",
    workspace: byItsPerson,
    documents: { document_id: "delete" },
    people: { user_id: theirs },
  }),
  DocumentShare: inWorkspace({
    table: "document_shares",
    holds: "documents that are shared with people and groups",
    documents: { document_id: "delete" },
    people: { user_id: theirs, created_by_id: theirsCleared },
    held: "withDocument",
  }),
} satisfies Partial<Record<string, Store>>;
