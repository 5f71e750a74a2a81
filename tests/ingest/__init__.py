"""Tests of the ingest stage: real files, pages, feeds and a real server, no stand-ins."""
