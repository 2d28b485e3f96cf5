# SPDX-License-Identifier: Apache-2.0
"""Draws the demonstration workspace: schematic areas and activities, the same bytes every time."""
