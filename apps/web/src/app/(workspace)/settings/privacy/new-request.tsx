"use client";

import { requestKinds } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Textarea } from "@besunny/ui/fields/input";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Select } from "@besunny/ui/fields/select";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { usePrivacyChanged } from "./use-privacy-changed";

const nobody = "nobody";

/** Records a request of a member, or of somebody from outside by their names and addresses. */
export function NewRequest({ onClose }: { onClose: () => void }) {
  const t = useTranslations("privacy");
  const trpc = useTRPC();
  const changed = usePrivacyChanged();
  const [kind, setKind] = useState<(typeof requestKinds)[number]>("access");
  const [userId, setUserId] = useState(nobody);
  const [words, setWords] = useState("");
  const members = useQuery(trpc.members.list.queryOptions({}));
  const create = useMutation(
    trpc.privacy.createRequest.mutationOptions({ onSuccess: onClose, onSettled: changed }),
  );
  const lines = words
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("newRequest")}
      description={t("newRequestHint")}
      closeLabel={t("cancel")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            loading={create.isPending}
            disabled={userId === nobody && lines.length === 0}
            onClick={() =>
              create.mutate({
                kind,
                userId: userId === nobody ? null : userId,
                subject: {
                  names: lines.filter((line) => !line.includes("@")),
                  addresses: lines.filter((line) => line.includes("@")),
                },
              })
            }
          >
            {t("record")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <SegmentedControl
          label={t("what")}
          value={kind}
          options={requestKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
          onChange={(next) => setKind(requestKinds.find((each) => each === next) ?? "access")}
          className="flex-wrap"
        />
        <Select
          label={t("member")}
          value={userId}
          options={[
            { value: nobody, label: t("outsider") },
            ...(members.data?.items ?? []).map((each) => ({
              value: each.userId,
              label: each.name,
            })),
          ]}
          onChange={setUserId}
        />
        <Field label={t("words")} hint={t("wordsHint")}>
          {(control) => (
            <Textarea
              {...control}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        {create.error && <FormProblem problem={problemOf(create.error)} />}
      </div>
    </Dialog>
  );
}
