"use client";

import { Avatar } from "@besunny/ui/display/avatar";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@besunny/ui/overlays/menu";
import { signOut } from "@besunny/web-kit/entry/session";
import { Check, LogOut, Monitor, Moon, ShieldCheck, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";

const looks = [
  { name: "light", icon: Sun },
  { name: "dark", icon: Moon },
  { name: "system", icon: Monitor },
] as const;

/** Shows the person who is signed in, and offers the themes and the sign-out. */
export function UserMenu({ user }: { user: { name: string; email: string } }) {
  const t = useTranslations("shell");
  const ts = useTranslations("security");
  const router = useRouter();
  const { theme, setTheme } = useTheme();

  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex h-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-n11 text-xs -outline-offset-2 hover:text-n12 md:mt-3 md:h-9 md:flex-none md:flex-row md:justify-start md:gap-2.5 md:px-2 md:text-base md:hover:bg-n4"
        >
          <Avatar name={user.name} className="size-5" />
          <span className="max-w-full truncate">{user.name}</span>
        </button>
      }
    >
      <MenuLabel>{user.email}</MenuLabel>
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
      <MenuItem icon={<ShieldCheck />} onSelect={() => router.push("/security")}>
        {ts("title")}
      </MenuItem>
      <MenuItem icon={<LogOut />} onSelect={() => void signOut()}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
