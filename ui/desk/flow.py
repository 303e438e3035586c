"""The desk's own name for widgets laid out like words."""

from ui.widgets.flow import FlowLayout

__all__ = ["FlowLayout"]
