"""The language server behind `factcheck lsp`: what an editor shows of a draft while it is written.

An editor holds a text as lines of code units, factcheck as code points; `positions` and `buffers`
translate. `checking` runs one check, `diagnostics`, `hover` and `actions` say what came of it in
the protocol's terms, `desk` decides when to check, and `session` answers the editor. Only these
modules need pygls (the extra `lsp`).
"""
