import { useTranslations } from "next-intl";

/** Returns the words on the controls of a curve. */
export function useCurveWords(title: string) {
  const t = useTranslations("charts");
  return {
    view: t("view", { title }),
    chart: t("chart"),
    table: t("table"),
    nothing: t("nothing"),
  };
}
