import { useFormatter, useMessages, useTranslations } from "next-intl";

import { mediaKindOf } from "./media-kind";
import type { Source } from "./source";
import { type ShownState, shownStateOf } from "./source-state";

/** Returns what says in words how it is with a source, and why an item is where it is. */
export function useSourceWords() {
  const t = useTranslations("sources");
  const format = useFormatter();
  const { sources: texts } = useMessages();

  /** Returns the text of this key if there is one: reasons come from providers and from the reader, and not all have a sentence. */
  const known = (key: string): keyof typeof texts | null =>
    Object.hasOwn(texts, key) ? (key as keyof typeof texts) : null;

  function sentenceOf(source: Source, state: ShownState): string {
    if (state === "asking" && source.question) {
      const { missing, of, isRootGone } = source.question;
      return isRootGone ? t("say_askingRoot") : t("say_asking", { missing, of });
    }
    if (state === "stopped") {
      const key = known(`say_stopped_${source.stateReason}`);
      return key ? texts[key] : t("say_stopped");
    }
    if (state === "heldBack" && source.blockedUntil)
      return t("say_heldBack", {
        provider: t(`provider_${source.provider}`),
        until: format.dateTime(source.blockedUntil, { timeStyle: "short" }),
      });
    if (state === "fetching")
      return t("say_fetching", { count: source.counts.waiting + source.counts.processing });
    if (state === "listing") return t("say_listing", { count: source.counts.total });
    return t(state === "asking" || state === "heldBack" ? "say_live" : `say_${state}`);
  }

  return {
    sentenceOf,
    /** Returns the name of a kind of file; the media type where it has none. */
    mediaOf: (mediaType: string) => {
      const kind = mediaKindOf(mediaType);
      return kind ? t(`media_${kind}`) : mediaType;
    },
    stateOf: (source: Source, now: Date) => {
      const state = shownStateOf(source, now);
      return { state, sentence: sentenceOf(source, state) };
    },
    /** A code without a sentence of its own is shown as it is: a person can ask about it. */
    reasonOf: (reason: string | null): string => {
      if (reason === null) return t("reason_none");
      const key = known(`reason_${reason}`);
      return key ? texts[key] : reason;
    },
  };
}
