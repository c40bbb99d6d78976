"""Figures of channels: tables in, Plotly figures out.

    frames = Frames(as_of, spans, status, observations, openness)
    figure = timeline(frames, DARK, NARROW, window_start("25y", as_of, spans), sort="length")

Each figure has a text alternative for readers who cannot see it. A click gives a `channel_id` as
`customdata`; in an overview, the text of the parties.
"""
