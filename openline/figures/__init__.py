"""Figures of channels: tables in, Plotly figures out.

    frames = Frames(as_of, spans, status, observations, openness)
    figure = timeline(frames, DARK, NARROW, window_start("25y", as_of, spans), sort="length")

For each figure there is a text for those who do not see it. A click gives as `customdata` a
`channel_id`, in an overview the text of the parties.
"""
