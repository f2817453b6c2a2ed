import type { Language } from "./language";

type SlackWords = {
  approve: string;
  reject: string;
  open: string;
  confirm: string;
  asks: (name: string, workspace: string) => string;
  linked: (name: string) => string;
  notLinked: string;
  oldLink: string;
  changed: string;
  waits: (yes: number, needed: number) => string;
  ended: Record<string, (name: string | null) => string>;
};

const english: SlackWords = {
  approve: "Approve",
  reject: "Reject",
  open: "Open",
  confirm: "Yes, that is me",
  asks: (name, workspace) =>
    `${name} of ${workspace} in BeSunny says that this is their Slack. Confirm that only if you are ${name}.`,
  linked: (name) => `You are linked with ${name} in BeSunny. Your clicks count as theirs.`,
  notLinked:
    "Nothing was changed: you are not linked with a member of BeSunny. Open the settings there, then Slack, and link yourself.",
  oldLink: "This link is too old or not yours. Begin again in the settings of BeSunny.",
  changed: "The document has changed since the question was asked:",
  waits: (yes, needed) => `Your answer counts. ${yes} of ${needed} have approved.`,
  ended: {
    approved: (name) => `Approved${name ? ` by ${name}` : ""}`,
    rejected: (name) => `Rejected${name ? ` by ${name}` : ""}`,
    passed: () => "Passed on to others",
    expired: () => "Not answered in time",
    cancelled: () => "The question was taken back",
  },
};

const german: SlackWords = {
  approve: "Freigeben",
  reject: "Ablehnen",
  open: "Öffnen",
  confirm: "Ja, das bin ich",
  asks: (name, workspace) =>
    `${name} aus ${workspace} in BeSunny gibt an, dass dies das eigene Slack ist. Bestätigen Sie das nur, wenn Sie ${name} sind.`,
  linked: (name) => `Sie sind mit ${name} in BeSunny verknüpft. Ihre Klicks zählen dort.`,
  notLinked:
    "Nichts wurde geändert: Sie sind mit keinem Mitglied von BeSunny verknüpft. Öffnen Sie dort die Einstellungen, dann Slack, und verknüpfen Sie sich.",
  oldLink:
    "Diese Verknüpfung ist zu alt oder nicht Ihre. Beginnen Sie in den Einstellungen von BeSunny neu.",
  changed: "Das Dokument hat sich seit der Frage geändert:",
  waits: (yes, needed) => `Ihre Antwort zählt. ${yes} von ${needed} haben freigegeben.`,
  ended: {
    approved: (name) => `Freigegeben${name ? ` von ${name}` : ""}`,
    rejected: (name) => `Abgelehnt${name ? ` von ${name}` : ""}`,
    passed: () => "An andere weitergegeben",
    expired: () => "Nicht rechtzeitig beantwortet",
    cancelled: () => "Die Frage wurde zurückgenommen",
  },
};

/** The words of messages in Slack, by language. */
export const slackWords: Record<Language, SlackWords> = { en: english, de: german };

/** The names of buttons, as Slack returns them with a click. */
export const slackButtons = {
  approve: "approval.approve",
  reject: "approval.reject",
  link: "link.confirm",
} as const;
