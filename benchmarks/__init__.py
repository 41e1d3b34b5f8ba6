"""Measurements that are quoted: each module is a command that prints its figures."""
