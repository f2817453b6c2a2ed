"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useCallback, useState } from "react";

type Asked = { sentence: string; answer: (isConfirmed: boolean) => void };
type Ask = (sentence: string) => Promise<boolean>;

const ConfirmContext = createContext<Ask | null>(null);

/** Asks, wherever it comes from, before something closed is opened to the whole workspace. */
export function ConfirmOpeningProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("confirmOpening");
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback<Ask>(
    (sentence) => new Promise((resolve) => setAsked({ sentence, answer: resolve })),
    [],
  );
  function answer(isConfirmed: boolean) {
    asked?.answer(isConfirmed);
    setAsked(null);
  }

  return (
    <ConfirmContext value={ask}>
      {children}
      <Dialog
        open={asked !== null}
        onOpenChange={(open) => !open && answer(false)}
        title={t("title")}
        description={<bdi>{asked?.sentence}</bdi>}
        closeLabel={t("close")}
        actions={
          <>
            <Button onClick={() => answer(false)}>{t("keep")}</Button>
            <Button variant="danger" onClick={() => answer(true)}>
              {t("open")}
            </Button>
          </>
        }
      />
    </ConfirmContext>
  );
}

/** Does it, and once more, confirmed, where the server asks whether it may be seen by everybody. Null when the person thought better of it. */
export function useConfirmOpening() {
  const ask = use(ConfirmContext);
  if (!ask) throw new Error("useConfirmOpening belongs inside the ConfirmOpeningProvider");
  return async <Done,>(act: (isConfirmed: boolean) => Promise<Done>): Promise<Done | null> => {
    try {
      return await act(false);
    } catch (error) {
      if (!isOpening(error)) throw error;
      return (await ask(problemOf(error).message)) ? act(true) : null;
    }
  };
}

/** Returns true if the server only asks for a confirmation. Such an error needs no message. */
export function isOpening(error: unknown): boolean {
  return problemOf(error).code === "CONFIRMATION_NEEDED";
}
