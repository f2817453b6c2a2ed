"use client";

import { Avatar } from "@besunny/ui/display/avatar";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@besunny/ui/overlays/menu";
import { signOut } from "@besunny/web-kit/entry/session";
import { Check, ChevronsUpDown, ListTodo, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";

import { useFirstSteps } from "~/first-steps/use-first-steps";

import { useShell } from "./shell-context";
import { useOpenWorkspace } from "./use-open-workspace";

/** Which workspace is open, who is signed in, how it looks, and the way out. */
export function WorkspaceMenu() {
  const t = useTranslations("shell");
  const to = useTranslations("onboarding");
  const router = useRouter();
  const { list, reopen } = useFirstSteps();
  const { session } = useShell();
  const { theme, setTheme } = useTheme();
  const openWorkspace = useOpenWorkspace();
  const current = session.workspaces.find(({ id }) => id === session.workspaceId);

  return (
    <Menu
      className="w-56"
      trigger={
        <button
          type="button"
          className="flex h-10 w-full items-center gap-2.5 rounded-md px-2 text-left font-semibold transition-colors hover:bg-n4"
        >
          <Avatar name={current?.name ?? "?"} />
          <span className="sr-only">{t("workspace")}</span>
          <span className="min-w-0 flex-1 truncate">{current?.name}</span>
          <ChevronsUpDown aria-hidden className="size-4 text-n10" />
        </button>
      }
    >
      <MenuLabel>{session.user.email}</MenuLabel>
      {session.workspaces.map((workspace) => (
        <MenuItem
          key={workspace.id}
          icon={
            workspace.id === session.workspaceId ? (
              <Check />
            ) : (
              <Avatar name={workspace.name} className="size-4" />
            )
          }
          onSelect={() => openWorkspace(workspace.id)}
        >
          {workspace.name}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuLabel>{t("look")}</MenuLabel>
      {looks.map(({ name, icon: Icon }) => (
        <MenuItem
          key={name}
          icon={theme === name ? <Check /> : <Icon />}
          onSelect={() => setTheme(name)}
        >
          {t(`look_${name}`)}
        </MenuItem>
      ))}
      <MenuSeparator />
      {list?.isSkipped && (
        <MenuItem icon={<ListTodo />} onSelect={() => void reopen().then(() => router.push("/"))}>
          {to("reopen")}
        </MenuItem>
      )}
      <MenuItem icon={<LogOut />} onSelect={() => void signOut()}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}

const looks = [
  { name: "light", icon: Sun },
  { name: "dark", icon: Moon },
  { name: "system", icon: Monitor },
] as const;
