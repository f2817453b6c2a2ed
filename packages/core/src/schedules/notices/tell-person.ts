import type { PersonToTell } from "@besunny/db/platform/notice-mails";
import type { PlatformContext } from "../../context";
import { languageOf } from "../../language";
import { isWithin, localTime } from "../../local-time";
import { channelsOf, kindsBy } from "../../notifications/contract/notice-kinds";
import { endDay } from "../../notifications/mails/end-day";
import { mailAtOnce } from "../../notifications/mails/mail-at-once";
import { collectNotices } from "./collect-notices";
import { personToTell } from "./person-to-tell";

/** Returns the work for a person now: the day to end with its digest, or null, and whether mails at once are due. */
export function dueFor(
  person: PersonToTell,
  { now, canMail }: { now: Date; canMail: boolean },
): { day: string | null; isMailDue: boolean } {
  const { day, minute } = localTime(now, person.timeZone);
  const { quietFrom: from, quietTo: to } = person;
  const quiet = from === null || to === null ? null : { from, to };
  const kinds: readonly string[] = kindsBy(channelsOf(person.channels), "mail");
  return {
    day: person.lastDay !== day && minute >= person.digestHour * 60 ? day : null,
    isMailDue:
      canMail &&
      person.isMailed &&
      person.waiting.some((kind) => kinds.includes(kind)) &&
      !isWithin(minute, quiet),
  };
}

/** Notifies a person of what is due for them. Each step runs as that person, who sees no more. Returns the number of queued mails. */
export async function tellPerson(ctx: PlatformContext, person: PersonToTell): Promise<number> {
  const { webUrl, mail } = ctx;
  const { day, isMailDue } = dueFor(person, { now: ctx.clock(), canMail: mail.isConfigured });
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
  return queued;
}
