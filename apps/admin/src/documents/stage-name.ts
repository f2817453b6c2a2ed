import { documentStages } from "@besunny/api/browser/vocabulary";
import { useTranslations } from "next-intl";

/** Returns the word for a stage of processing. */
export function useStageName(): (stage: string) => string {
  const t = useTranslations("overview");
  return (stage) => {
    const name = documentStages.find((each) => each === stage);
    return name ? t(`stage_${name}`) : stage;
  };
}
