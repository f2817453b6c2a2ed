import { useMessages, useTranslations } from "next-intl";

/** Returns a function that says in words what a try was answered. */
export function useAnswer() {
  const t = useTranslations("webhooks");
  const { webhooks: texts } = useMessages();
  return ({ status, trouble }: { status: number | null; trouble: string | null }): string => {
    if (status !== null) return String(status);
    const key = `trouble_${trouble}`;
    return Object.hasOwn(texts, key) ? texts[key as keyof typeof texts] : t("trouble_other");
  };
}
