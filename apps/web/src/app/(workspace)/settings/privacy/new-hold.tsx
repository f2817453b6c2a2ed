"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input, Textarea } from "@besunny/ui/fields/input";
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

type Kind = "project" | "member" | "query";
const kinds: readonly Kind[] = ["project", "member", "query"];

/** Makes a hold on a project, a member or all that a search finds. */
export function NewHold({ onClose }: { onClose: () => void }) {
  const t = useTranslations("privacy");
  const trpc = useTRPC();
  const changed = usePrivacyChanged();
  const [kind, setKind] = useState<Kind>("project");
  const [about, setAbout] = useState("");
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const projects = useQuery(trpc.projects.list.queryOptions({}));
  const members = useQuery(trpc.members.list.queryOptions({}));
  const create = useMutation(
    trpc.privacy.createHold.mutationOptions({ onSuccess: onClose, onSettled: changed }),
  );
  const options =
    kind === "project"
      ? (projects.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))
      : (members.data?.items ?? []).map((each) => ({ value: each.userId, label: each.name }));
  const on =
    kind === "project"
      ? { kind, projectId: about }
      : kind === "member"
        ? { kind, userId: about }
        : { kind, query: about };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("newHold")}
      description={t("newHoldHint")}
      closeLabel={t("cancel")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            loading={create.isPending}
            disabled={!name.trim() || !about || reason.trim().length < 3}
            onClick={() =>
              create.mutate({ name, on, reason, until: until ? new Date(until) : null })
            }
          >
            {t("hold")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label={t("name")}>
          {(control) => (
            <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <SegmentedControl
          label={t("holdWhat")}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`what_${value}`) }))}
          onChange={(next) => {
            setKind(kinds.find((each) => each === next) ?? "project");
            setAbout("");
          }}
        />
        {kind === "query" ? (
          <Field label={t("what_query")} hint={t("queryHint")}>
            {(control) => (
              <Input
                {...control}
                value={about}
                onChange={(event) => setAbout(event.target.value)}
              />
            )}
          </Field>
        ) : (
          <Select
            label={t(`what_${kind}`)}
            value={about || null}
            placeholder={t("choose")}
            options={options}
            onChange={setAbout}
          />
        )}
        <Field label={t("reason")}>
          {(control) => (
            <Textarea
              {...control}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("untilLabel")} hint={t("untilHint")}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
        {create.error && <FormProblem problem={problemOf(create.error)} />}
      </div>
    </Dialog>
  );
}
