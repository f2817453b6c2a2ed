import { useTranslations } from "next-intl";

const troubles = ["refused-address", "timeout", "unreachable", "too-large"] as const;

/** Returns a function that says in words what a try was answered. */
export function useAnswer() {
  const t = useTranslations("webhooks");
  return ({ status, trouble }: { status: number | null; trouble: string | null }): string => {
    if (status !== null) return String(status);
    return t(`trouble_${troubles.find((each) => each === trouble) ?? "other"}`);
  };
}
