"""What was measured, line by line, each beside its target."""


class Report:
    """The lines, and which of them are over."""

    def __init__(self):
        self.over, self.count = [], 0

    def add(self, name, value, unit, target, sshd=None, at_least=False, of_reference=False):
        """A line. `of_reference`: the target is a multiple of what the reference took."""
        if of_reference and sshd is None:
            return print(f"{name:<38}{text(value)} {unit}", flush=True)
        limit = target * sshd if of_reference else target
        ratio = quotient(limit, value) if at_least else quotient(value, limit)
        line = f"{name:<38}{text(value) + ' ' + unit:<15}"
        line += f"{'at least' if at_least else 'at most'} {text(limit)} {unit}".ljust(24)
        line += f"ratio {text(ratio)} (target 1)"
        if sshd is not None:
            line += f"   sshd: {text(sshd)} {unit}, ratio {text(quotient(value, sshd))}"
        if ratio > 1:
            line += "  OVER"
            self.over.append(name)
        self.count += 1
        print(line, flush=True)

    def close(self):
        missed = f": {'; '.join(self.over)}" if self.over else ""
        print(f"{self.count - len(self.over)} of {self.count} within their targets{missed}")


def quotient(a, b):
    if b <= 0:
        return 0 if a <= 0 else float("inf")
    return a / b


def text(number):
    """Three digits that count."""
    if isinstance(number, int) or abs(number) >= 100:
        return f"{number:.0f}"
    return f"{number:.3g}"
