"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

/** Checks a receipt that somebody has kept: its signature, and whether it is of this workspace. */
export function VerifyReceipt() {
  const t = useTranslations("privacy");
  const trpc = useTRPC();
  const id = useId();
  const [isUnread, setIsUnread] = useState(false);
  const verify = useMutation(trpc.privacy.verifyReceipt.mutationOptions());
  const { data } = verify;

  async function check(file: File) {
    setIsUnread(false);
    verify.reset();
    try {
      verify.mutate({ signed: JSON.parse(await file.text()) });
    } catch {
      setIsUnread(true);
    }
  }

  return (
    <div className="mt-4 grid gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {t("verify")}
      </label>
      <input
        id={id}
        type="file"
        accept="application/json"
        className="max-w-full text-sm"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void check(file);
        }}
      />
      <p role="status" className="text-sm">
        {(isUnread || verify.error) && t("noReceipt")}
        {data &&
          t(
            data.isSigned
              ? data.isOfThisWorkspace
                ? "isTrue"
                : "isOfOther"
              : data.isKeyKnown
                ? "isFalse"
                : "unknownKey",
          )}
      </p>
    </div>
  );
}
