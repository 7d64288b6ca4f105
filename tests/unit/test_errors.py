"""Every error is one line that names the thing it is about."""

from reader.errors import ConfigError, FetchError, InputError, LibraryTooNew, NotFound


def test_an_input_error_names_the_input_first() -> None:
    error = InputError("a.txt", "it is empty")
    assert str(error) == "a.txt: it is empty"
    assert (error.name, error.reason) == ("a.txt", "it is empty")


def test_a_fetch_error_keeps_where_the_address_led() -> None:
    assert FetchError("http://a.example", "404", "http://b.example").url == "http://b.example"
    assert FetchError("http://a.example", "404").url == "http://a.example"


def test_a_config_error_names_file_and_line() -> None:
    assert str(ConfigError("config.toml", 7, "no action 'fly'")) == "config.toml:7: no action 'fly'"
    assert str(ConfigError("config.toml", None, "it is a folder")) == "config.toml: it is a folder"


def test_a_library_error_keeps_the_folder() -> None:
    assert LibraryTooNew("/books", "made by a newer version").path == "/books"


def test_what_was_not_found_is_said() -> None:
    assert str(NotFound("article", "a9")) == "no article 'a9' in this library"
