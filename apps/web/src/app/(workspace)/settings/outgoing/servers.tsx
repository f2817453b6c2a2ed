"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { KindActions } from "./kind-actions";
import type { Chosen } from "./policy";

/** Servers for which other rules hold, such as one of one's own. */
export function Servers({ policy, mayChange, onChange }: Chosen) {
  const t = useTranslations("outgoing");
  const { servers } = policy;

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const server = String(new FormData(form).get("server") ?? "").trim();
    if (servers.some((each) => each.server === server)) return;
    onChange({ servers: [...servers, { server, actions: {} }] });
    form.reset();
  }

  return (
    <div className="flex flex-col gap-4">
      {servers.map(({ server, actions }) => (
        <details key={server}>
          <summary className="min-h-8 break-all py-1">{server}</summary>
          <div className="pl-3">
            <KindActions
              actions={{ ...policy.actions, ...actions }}
              mayChange={mayChange}
              onChange={(kind, action) =>
                onChange({
                  servers: servers.map((each) =>
                    each.server === server
                      ? { server, actions: { ...actions, [kind]: action } }
                      : each,
                  ),
                })
              }
            />
            {mayChange && (
              <Button
                size="sm"
                onClick={() =>
                  onChange({ servers: servers.filter((each) => each.server !== server) })
                }
              >
                {t("removeServer")}
              </Button>
            )}
          </div>
        </details>
      ))}
      {servers.length === 0 && <p className="text-n11 text-sm">{t("noServers")}</p>}
      {mayChange && (
        <form onSubmit={add} className="flex flex-wrap items-end gap-2">
          <Field label={t("server")}>
            {(control) => (
              <Input
                {...control}
                name="server"
                type="url"
                required
                maxLength={300}
                placeholder="https://models.example"
              />
            )}
          </Field>
          <Button type="submit">{t("addServer")}</Button>
        </form>
      )}
    </div>
  );
}
