"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";

import type { Meeting } from "../meeting";
import { useMeetingVerbs } from "../use-meeting-verbs";
import { begunAt, dayAndTime } from "./began";

/** Changes the title and the beginning of a meeting. Another day changes what “next Friday” was, so the days of actions are found again. */
export function EditMeeting({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useTranslations("meetings");
  const form = useId();
  const { change, isBusy } = useMeetingVerbs(meeting);
  const { day, time } = dayAndTime(meeting);

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const of = (name: string) => String(given.get(name) ?? "").trim();
    const changed = {
      ...(of("title") !== meeting.title && { title: of("title") }),
      ...((of("day") !== day || of("time") !== time) && begunAt(of("day"), of("time"))),
    };
    if (Object.keys(changed).length === 0) onClose();
    else change(changed, onClose);
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("editMeeting")}
      description={t("editHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} variant="primary" loading={isBusy}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="flex flex-col gap-4 pt-1">
        <Field label={t("name")}>
          {(control) => (
            <Input
              {...control}
              name="title"
              required
              maxLength={300}
              defaultValue={meeting.title}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-4">
          <Field label={t("day")}>
            {(control) => <Input {...control} type="date" name="day" defaultValue={day} />}
          </Field>
          <Field label={t("time")} hint={t("timeHint")}>
            {(control) => <Input {...control} type="time" name="time" defaultValue={time} />}
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
