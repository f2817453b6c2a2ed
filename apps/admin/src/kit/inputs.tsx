"use client";

import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input, Textarea } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useState } from "react";

import { Specimen } from "./specimen";

export function Inputs() {
  const [role, setRole] = useState<string | null>(null);

  return (
    <>
      <Specimen name="Field and Input">
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <Field label="Name" hint="As others should see it">
            {(control) => <Input {...control} defaultValue="Ada Lovelace" />}
          </Field>
          <Field label="Email" error="This does not look like an email address">
            {(control) => <Input {...control} defaultValue="ada@" />}
          </Field>
          <Field label="Disabled">
            {(control) => <Input {...control} disabled defaultValue="Not yours to change" />}
          </Field>
          <Field label="Empty">
            {(control) => <Input {...control} placeholder="Type something" />}
          </Field>
          <Field label="Several lines">
            {(control) => <Textarea {...control} placeholder="Say more" />}
          </Field>
        </div>
      </Specimen>
      <Specimen name="Select">
        <Select
          label="Role"
          placeholder="Choose a role"
          value={role}
          options={[
            { value: "admin", label: "Admin" },
            { value: "member", label: "Member" },
            { value: "viewer", label: "Viewer" },
          ]}
          onChange={setRole}
        />
        <Select
          label="Disabled role"
          value="member"
          disabled
          options={[{ value: "member", label: "Member" }]}
          onChange={setRole}
        />
      </Specimen>
      <Specimen name="Checkbox">
        <Checkbox label="Off" />
        <Checkbox label="On" defaultChecked />
        <Checkbox label="Some" checked="indeterminate" />
        <Checkbox label="Disabled" disabled />
      </Specimen>
    </>
  );
}
