/** Menus, all of one look. To be loaded with what is in them: before the first charts nobody opens one. */
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import styles from './Menu.module.css';

export const MenuGroup = DropdownMenu.Group;
export const MenuRadioGroup = DropdownMenu.RadioGroup;

interface MenuProps {
  readonly trigger: ReactElement;
  readonly defaultOpen?: boolean;
  readonly align?: 'start' | 'end';
  readonly look?: 'small' | 'wide';
  /** after an entry was chosen, or none: may keep the focus from going back to the button */
  readonly onCloseAutoFocus?: (event: Event) => void;
  readonly children: ReactNode;
}

/**
 * A button and its menu. The page beside it stays what it was for those who hear it: nothing is hidden from them that the
 * keyboard can reach, and the menu stands in the landmark that it belongs to.
 */
export function Menu(props: MenuProps): ReactNode {
  const { trigger, defaultOpen = false, align = 'end', look, onCloseAutoFocus, children } = props;
  return (
    <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content
          className={styles.menu}
          // a long one is scrolled by keys before any of its entries has the focus
          tabIndex={0}
          data-look={look}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          {...(onCloseAutoFocus === undefined ? {} : { onCloseAutoFocus })}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ItemProps {
  /** what more there is to say of it */
  readonly about?: ReactNode;
  /** with `about` on a line of its own */
  readonly lines?: 'two';
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem({ about, lines, disabled = false, onSelect, children }: ItemProps): ReactNode {
  return (
    <DropdownMenu.Item className={styles.item} data-lines={lines} disabled={disabled} onSelect={onSelect}>
      {typeof children === 'string' ? <span>{children}</span> : children}
      {about === undefined ? null : <span className={styles.about}>{about}</span>}
    </DropdownMenu.Item>
  );
}

interface LinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** Leads to another page, in a tab of its own. */
export function MenuLink({ href, children }: LinkProps): ReactNode {
  return (
    <DropdownMenu.Item asChild className={styles.item}>
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    </DropdownMenu.Item>
  );
}

interface CheckItemProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** where several are chosen one after another */
  readonly staysOpen?: boolean;
  readonly children: ReactNode;
}

export function MenuCheckItem({ checked, onChange, staysOpen = false, children }: CheckItemProps): ReactNode {
  return (
    <DropdownMenu.CheckboxItem
      className={styles.item}
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => staysOpen && event.preventDefault()}
    >
      <Mark />
      {children}
    </DropdownMenu.CheckboxItem>
  );
}

interface RadioItemProps {
  readonly value: string;
  readonly children: ReactNode;
}

export function MenuRadioItem({ value, children }: RadioItemProps): ReactNode {
  return (
    <DropdownMenu.RadioItem className={styles.item} value={value}>
      <Mark />
      {children}
    </DropdownMenu.RadioItem>
  );
}

/** Stands before what is chosen; keeps its room before the others. */
function Mark(): ReactNode {
  return (
    <span className={styles.mark}>
      <DropdownMenu.ItemIndicator>
        <Check size={15} aria-hidden />
      </DropdownMenu.ItemIndicator>
    </span>
  );
}

/** As wide as a mark: an entry that cannot be marked, among those that can. */
export function MenuIndent(): ReactNode {
  return <span className={styles.mark} />;
}

export function MenuLabel({ children }: { readonly children: ReactNode }): ReactNode {
  return <DropdownMenu.Label className={styles.label}>{children}</DropdownMenu.Label>;
}

export function MenuSeparator(): ReactNode {
  return <DropdownMenu.Separator className={styles.separator} />;
}
