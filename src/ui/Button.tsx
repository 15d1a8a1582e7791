import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { Tooltip } from './Tooltip.tsx';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'outlined' | 'primary';
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', className, ...rest }: ButtonProps): ReactNode {
  return <button type="button" {...rest} className={join(styles.button, styles[look], className)} />;
}

interface IconButtonProps extends ButtonProps {
  /** the accessible name, and the tooltip */
  readonly label: string;
  /** keys that do the same, shown in the tooltip */
  readonly keys?: string;
}

export function IconButton({ label, keys, className, ...rest }: IconButtonProps): ReactNode {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <Button {...rest} aria-label={label} className={join(styles.icon, className)} />
    </Tooltip>
  );
}

function join(...names: readonly (string | undefined)[]): string {
  return names.filter((name) => name !== undefined).join(' ');
}
