"""Attribution → statement: issues with a stance, one move, the condition. Pure given its coder."""

from verbale.coding.coder import Coder, code
from verbale.coding.propose import propose

__all__ = ["Coder", "code", "propose"]
