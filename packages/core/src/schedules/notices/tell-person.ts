import type { PersonToTell } from "@besunny/db/platform/notice-mails";
import type { PlatformContext } from "../../context";
import { languageOf } from "../../language";
import { isWithin, localTime } from "../../local-time";
import { channelsOf, kindsBy } from "../../notifications/contract/notice-kinds";
import { endDay } from "../../notifications/mails/end-day";
import { mailAtOnce } from "../../notifications/mails/mail-at-once";
import { tellPerson as tellInSlack } from "../../slack/tell-person";
import { collectNotices } from "./collect-notices";
import { personToTell } from "./person-to-tell";

/** Returns the work for a person now: the day to end with its digest, or null, and whether mails at once are due. */
export function dueFor(
  person: PersonToTell,
  { now, canMail }: { now: Date; canMail: boolean },
): { day: string | null; isMailDue: boolean; isSlackDue: boolean } {
  const { day, minute } = localTime(now, person.timeZone);
  const { quietFrom: from, quietTo: to } = person;
  const quiet = from === null || to === null ? null : { from, to };
  const channels = channelsOf(person.channels);
  const isWaiting = (channel: "mail" | "slack") => {
    const kinds: readonly string[] = kindsBy(channels, channel);
    return person.waiting.some((kind) => kinds.includes(kind)) && !isWithin(minute, quiet);
  };
  return {
    day: person.lastDay !== day && minute >= person.digestHour * 60 ? day : null,
    isMailDue: canMail && person.isMailed && isWaiting("mail"),
    isSlackDue: person.hasSlack && isWaiting("slack"),
  };
}

/** Notifies a person of what is due for them. Each step runs as that person, who sees no more. Returns the number of queued mails. */
export async function tellPerson(ctx: PlatformContext, person: PersonToTell): Promise<number> {
  const { webUrl, mail } = ctx;
  const now = ctx.clock();
  const { day, isMailDue, isSlackDue } = dueFor(person, { now, canMail: mail.isConfigured });
  const language = languageOf(person.language) ?? "en";
  const caller = ctx.asPerson(person.workspaceId, personToTell(person));
  let queued = 0;
  if (day) {
    await collectNotices(caller, { day });
    const { isQueued } = await endDay(caller, {
      day,
      webUrl: mail.isConfigured ? webUrl : null,
      language,
    });
    queued += isQueued ? 1 : 0;
  }
  if (isMailDue) queued += (await mailAtOnce(caller, { webUrl, language })).isQueued ? 1 : 0;
  if (isSlackDue) await tellInSlack(caller, { webUrl, language });
  return queued;
}
