"use client";

import { Input } from "@besunny/ui/fields/input";
import { useLocale } from "next-intl";
import { type ComponentProps, useState } from "react";

import { typedNumber, writtenNumber } from "../definition/typed-number";

/** A number as people of the language write it. What is no number yet is reported as null, and stays in the box. */
export function NumberInput({
  value,
  onChange,
  ...rest
}: Omit<ComponentProps<typeof Input>, "value" | "onChange" | "type"> & {
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const locale = useLocale();
  const [text, setText] = useState(value === null ? "" : writtenNumber(value, locale));
  const [isWriting, setWriting] = useState(false);
  const shown = isWriting || value === null ? text : writtenNumber(value, locale);

  return (
    <Input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onFocus={() => {
        setWriting(true);
        setText(shown);
      }}
      onBlur={() => setWriting(false)}
      onChange={({ target }) => {
        setText(target.value);
        onChange(typedNumber(target.value, locale));
      }}
    />
  );
}
