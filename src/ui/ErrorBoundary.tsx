import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  /** what stands here: "The charts" */
  readonly what: string;
  /** over the page, for what has no place of its own in it */
  readonly look?: 'floating' | undefined;
  /** takes the message away, where there is something else to go on with */
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | undefined;
}

/** A part that fails says so in its own place; the rest of the page goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(`${this.props.what} failed`, error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { what, look, onClose, children } = this.props;
    if (error === undefined) return children;
    if (isMissingPart(error)) return <MissingPart what={what} look={look} onClose={onClose} />;
    return (
      <div className={styles.failed} data-look={look} role="alert">
        <p>
          {what} could not be shown: {error.message}
        </p>
        <Button look="outlined" onClick={() => this.setState({ error: undefined })}>
          Try again
        </Button>
        <CloseButton onClose={onClose} />
      </div>
    );
  }
}

/** A file of the page that did not come: Chromium, Firefox, Safari, and the builder's own for style sheets. */
const MISSING_PART =
  /dynamically imported module|error loading dynamically|Importing a module script failed|preload CSS/i;

function isMissingPart({ message }: Error): boolean {
  return MISSING_PART.test(message);
}

/** The browser keeps in mind that it failed, so that only loading the page anew tries again. */
function MissingPart({ what, look, onClose }: Omit<ErrorBoundaryProps, 'children'>): ReactNode {
  return (
    <div className={styles.failed} data-look={look} role="alert">
      <p>
        {what} could not be loaded. There may be no connection, or the playground was updated meanwhile. Your
        work is saved.
      </p>
      <Button look="outlined" onClick={() => window.location.reload()}>
        Load the page again
      </Button>
      <CloseButton onClose={onClose} />
    </div>
  );
}

function CloseButton({ onClose }: Pick<ErrorBoundaryProps, 'onClose'>): ReactNode {
  return onClose === undefined ? null : <Button onClick={onClose}>Close</Button>;
}
