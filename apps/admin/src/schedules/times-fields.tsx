"use client";

import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId } from "react";

import { fieldErrorsOf } from "./field-errors";
import { NextTimes } from "./next-times";

/** Times as people write them, and the zone whose clocks they follow. */
export type Times = { cron: string; timeZone: string };

/** Reads the next times of a schedule before it is saved, or what is wrong with them. They follow what is typed with a little delay. */
export function useNextTimes(times: Times) {
  const trpc = useTRPC();
  const asked = useDeferredValue(times);
  const { data, error } = useQuery(trpc.schedules.preview.queryOptions(asked, { retry: false }));
  return { error, next: { times: data?.times ?? [], timeZone: asked.timeZone } };
}

/** The times of something that runs again and again, its zone, and the next five times. */
export function TimesFields({
  times,
  words,
  next,
  problem,
  onChange,
}: {
  times: Times;
  words: { cron: string; cronHint: string; timeZone: string; timeZoneHint?: string };
  next: { times: Date[]; timeZone: string };
  problem: unknown;
  onChange: (times: Times) => void;
}) {
  const zonesId = useId();
  const errors = fieldErrorsOf(problem);
  const plain = { autoComplete: "off", spellCheck: false } as const;

  return (
    <>
      <Field label={words.cron} hint={words.cronHint} error={errors.cron}>
        {(control) => (
          <Input
            {...control}
            {...plain}
            value={times.cron}
            onChange={({ target }) => onChange({ ...times, cron: target.value })}
            className="font-mono"
          />
        )}
      </Field>
      <Field label={words.timeZone} hint={words.timeZoneHint} error={errors.timeZone}>
        {(control) => (
          <Input
            {...control}
            {...plain}
            value={times.timeZone}
            onChange={({ target }) => onChange({ ...times, timeZone: target.value })}
            list={zonesId}
          />
        )}
      </Field>
      <datalist id={zonesId}>
        {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <NextTimes times={next.times} timeZone={errors.timeZone ? "UTC" : next.timeZone} />
    </>
  );
}
