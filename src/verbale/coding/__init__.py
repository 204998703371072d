"""Attribution → statement: issues with a stance, one move, the condition. Pure given its coder."""

from verbale.coding.coder import Coder, code

__all__ = ["Coder", "code"]
