"use client";

import { Checkbox } from "@besunny/ui/fields/checkbox";

/** A checkbox with its words beside it. */
export function Tick({
  id,
  label,
  isTicked,
  isDisabled = false,
  onTick,
}: {
  id: string;
  label: string;
  isTicked: boolean;
  isDisabled?: boolean;
  onTick: (isTicked: boolean) => void;
}) {
  return (
    <label htmlFor={id} className="flex items-center gap-2">
      <Checkbox
        id={id}
        label={label}
        checked={isTicked}
        disabled={isDisabled}
        onCheckedChange={(checked) => onTick(checked === true)}
      />
      {label}
    </label>
  );
}
