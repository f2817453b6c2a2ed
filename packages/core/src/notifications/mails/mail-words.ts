import type { Language } from "../../language";
import type { Notice } from "../contract/notice";

type MailWords = {
  subject: (total: number, workspace: string) => string;
  digest: (workspace: string) => string;
  news: (workspace: string) => string;
  more: (count: number) => string;
  choose: string;
  stop: string;
  /** One sentence on a notice. */
  line: (notice: Notice) => string;
};

const english: MailWords = {
  subject: (total, workspace) => `${total} notices for you in ${workspace}`,
  digest: (workspace) => `Your day in ${workspace}:`,
  news: (workspace) => `News from ${workspace}:`,
  more: (count) => `${count} more`,
  choose: "Choose how you are notified",
  stop: "Stop these mails",

  line({ kind, byName, title, day, count }) {
    const who = byName ?? "Somebody";
    const what = title ?? "a document";
    switch (kind) {
      case "mention":
        return `${who} mentioned you in ${what}`;
      case "comment":
        return `${who} commented on ${what}`;
      case "share":
        return `${who} shared ${what} with you`;
      case "project":
        return `${who} added you to the project ${what}`;
      case "failure":
        return title ? `${title} could not be read` : "Files of your upload could not be read";
      case "review":
        return `${counted(count, "document waits", "documents wait")} for your review`;
      case "view":
        return `${counted(count, "new document", "new documents")} in ${what}`;
      case "due":
        return `${what}: ${day ?? "soon"}`;
      case "budget":
        return `A budget for models is used to ${count ?? 0} %`;
      case "quota":
        return `A quota of your plan is used to ${count ?? 0} %`;
      case "billing":
        return "A payment for your plan is missing";
      case "retirement":
        return `A model that you use ends on ${day ?? "a day soon"}`;
      case "drift":
        return `A source sends other documents than before${day ? `, in the week of ${day}` : ""}`;
      case "release":
        return `The models that decide have changed or failed${count ? `: see release ${count}` : ""}`;
      case "look":
        return "An admin of the platform asks to look into your workspace";
      case "approval":
        return `An automation asks for your approval of ${what}`;
      case "automation":
        return "An automation was paused and needs you";
      case "told":
        return `A message of an automation about ${what}`;
      case "webhook":
        return "A webhook is off, because its endpoint fails or wants nothing more";
      case "export":
        return "The export of your workspace has ended";
      case "departure":
        return `Your workspace is erased${day ? ` on ${day}` : ""}, unless an owner takes that back`;
      case "retention":
        return `Rules of retention move ${counted(count, "document", "documents")} to the trash${day ? ` on ${day}` : ""}`;
      case "watch":
        return `${title ?? "A watch of the audit log"}: ${counted(count, "new entry", "new entries")}`;
      case "training":
        return "A training of your models failed";
      case "report":
        return `The report ${title ?? "that you get"} is made`;
      case "source":
        return `${title ?? "A source"} asks before it removes ${counted(count, "document", "documents")}`;
      case "connection":
        return `${title ?? "An account"} has to be connected again`;
      case "push":
        return `${title ?? "A source"} no longer says at once when something changes`;
      case "decision":
        return `${title ?? "A document"} contradicts a decision that you confirmed`;
      case "brief":
        return `A brief for a meeting${day ? ` on ${day}` : ""} is ready`;
      case "action":
        return `${counted(count, "action is", "actions are")} overdue or due today`;
    }
  },
};

const german: MailWords = {
  subject: (total, workspace) => `${total} Hinweise für Sie in ${workspace}`,
  digest: (workspace) => `Ihr Tag in ${workspace}:`,
  news: (workspace) => `Neues aus ${workspace}:`,
  more: (count) => `${count} weitere`,
  choose: "Wählen, wie Sie Hinweise erhalten",
  stop: "Diese E-Mails abbestellen",

  line({ kind, byName, title, day, count }) {
    const who = byName ?? "Jemand";
    const what = title ?? "ein Dokument";
    const on = day ? dayInGerman(day) : null;
    switch (kind) {
      case "mention":
        return `${who} hat Sie in ${title ?? "einem Dokument"} erwähnt`;
      case "comment":
        return `${who} hat ${what} kommentiert`;
      case "share":
        return `${who} hat ${what} mit Ihnen geteilt`;
      case "project":
        return `${who} hat Sie in das Projekt ${title ?? "ohne Namen"} aufgenommen`;
      case "failure":
        return title
          ? `${title} konnte nicht gelesen werden`
          : "Dateien Ihres Uploads konnten nicht gelesen werden";
      case "review":
        return `${counted(count, "Dokument wartet", "Dokumente warten")} auf Ihre Prüfung`;
      case "view":
        return `${counted(count, "neues Dokument", "neue Dokumente")} in ${title ?? "einer Ansicht"}`;
      case "due":
        return `${what}: ${on ?? "bald"}`;
      case "budget":
        return `Ein Budget für Modelle ist zu ${count ?? 0} % ausgegeben`;
      case "quota":
        return `Ein Kontingent Ihres Tarifs ist zu ${count ?? 0} % verbraucht`;
      case "billing":
        return "Eine Zahlung für Ihren Tarif fehlt";
      case "retirement":
        return on
          ? `Ein Modell, das Sie verwenden, endet am ${on}`
          : "Ein Modell, das Sie verwenden, endet bald";
      case "drift":
        return `Eine Quelle schickt andere Dokumente als zuvor${on ? `, in der Woche ab ${on}` : ""}`;
      case "release":
        return `Die Modelle, die entscheiden, haben gewechselt oder versagt${count ? `: siehe Stand ${count}` : ""}`;
      case "look":
        return "Ein Administrator der Plattform möchte in Ihren Arbeitsbereich sehen";
      case "approval":
        return `Eine Automatisierung bittet um Ihre Freigabe: ${what}`;
      case "automation":
        return "Eine Automatisierung wurde angehalten und braucht Sie";
      case "told":
        return `Nachricht einer Automatisierung: ${what}`;
      case "webhook":
        return "Ein Webhook ist aus, weil sein Empfänger versagt oder nichts mehr will";
      case "export":
        return "Der Export Ihres Arbeitsbereichs ist zu Ende";
      case "departure":
        return `Ihr Arbeitsbereich wird${on ? ` am ${on}` : ""} gelöscht, wenn kein Inhaber das zurücknimmt`;
      case "retention":
        return `Regeln der Aufbewahrung legen ${counted(count, "Dokument", "Dokumente")}${on ? ` am ${on}` : ""} in den Papierkorb`;
      case "watch":
        return `${title ?? "Beobachtung des Protokolls"}: ${counted(count, "neuer Eintrag", "neue Einträge")}`;
      case "training":
        return "Ein Training Ihrer Modelle ist misslungen";
      case "report":
        return title ? `Der Bericht ${title} ist da` : "Ein Bericht ist da";
      case "source":
        return `${title ?? "Eine Quelle"} fragt, bevor sie ${counted(count, "Dokument", "Dokumente")} entfernt`;
      case "connection":
        return `${title ?? "Ein Konto"} muss neu verbunden werden`;
      case "push":
        return `${title ?? "Eine Quelle"} meldet Änderungen nicht mehr sofort`;
      case "decision":
        return `${title ?? "Ein Dokument"} widerspricht einem Beschluss, den Sie bestätigt haben`;
      case "brief":
        return `Vorbereitung auf eine Besprechung${on ? ` am ${on}` : ""} liegt bereit`;
      case "action":
        return `${counted(count, "Aufgabe ist", "Aufgaben sind")} überfällig oder heute fällig`;
    }
  },
};

/** The words of mails about notices, by language. */
export const mailWords: Record<Language, MailWords> = { en: english, de: german };

function counted(count: number | null, one: string, many: string): string {
  return `${count ?? 0} ${count === 1 ? one : many}`;
}

function dayInGerman(day: string): string {
  const format = new Intl.DateTimeFormat("de", { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
