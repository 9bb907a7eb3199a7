"""The domain of Learning Briefings: reviews in, a checked library and its pages out. It knows nothing of MkDocs."""
