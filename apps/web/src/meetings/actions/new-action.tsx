"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Select } from "@besunny/ui/fields/select";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useActionFields } from "./action-fields";
import { useActionVerbs } from "./use-action-verbs";

type Props = {
  open: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The meeting to which it belongs, with the names of those who spoke. */
  meeting?: { id: string; names: readonly string[] };
  projectId?: string | null;
};

/** Writes an action by hand: for a meeting, for a project, or for nothing but its owner. */
export function NewAction(props: Props) {
  const t = useTranslations("actions");
  const { open, onOpenChange } = props;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("newTitle")} closeLabel={t("close")}>
      {open && <NewActionForm {...props} />}
    </Dialog>
  );
}

const none = "none";

function NewActionForm({ onOpenChange, meeting, projectId = null }: Props) {
  const t = useTranslations("actions");
  const trpc = useTRPC();
  const { create, isCreating } = useActionVerbs();
  const { given, fields } = useActionFields(null, meeting?.names ?? []);
  const [project, setProject] = useState(projectId);
  const projects =
    useQuery(trpc.projects.list.queryOptions({ limit: 200 }, { enabled: !meeting })).data?.items ??
    [];

  function save() {
    const { text, owner, dueOn } = given();
    create(
      {
        text,
        ...(owner && ("userId" in owner ? { ownerId: owner.userId } : { ownerName: owner.name })),
        ...(dueOn && { dueOn }),
        ...(meeting ? { meetingId: meeting.id } : project && { projectId: project }),
      },
      () => onOpenChange(false),
    );
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      className="flex flex-col gap-3"
    >
      {fields}
      {!meeting && projects.length > 0 && (
        <Select
          label={t("project")}
          value={project ?? none}
          options={[
            { value: none, label: t("noProject") },
            ...projects.map((each) => ({ value: each.id, label: each.name })),
          ]}
          onChange={(next) => setProject(next === none ? null : next)}
          className="self-start"
        />
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
        <Button type="submit" variant="primary" loading={isCreating}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}
