// SPDX-License-Identifier: Apache-2.0
#include "app/backup_manifest.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/require.hpp"
#include "storage/descriptor.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace poa::app {
namespace {

namespace js = boost::json;

constexpr std::string_view format_name = "poa-backup";
constexpr std::int64_t format_version = 1;

void write_file(JsonWriter& json, const BackedUpFile& file) {
    json.begin_object().key("sha256").value(file.digest.hex()).key("bytes").value(file.bytes).end_object();
}

/// What is missing in a manifest, by the name of its place.
class Unreadable : public std::runtime_error {
  public:
    explicit Unreadable(std::string_view place) : std::runtime_error(std::string(place)) {}
};

/// A member of the object, or Unreadable with its name.
const js::value& member(const js::object& object, std::string_view name) {
    const js::value* found = object.if_contains(js::string_view(name.data(), name.size()));
    if (found == nullptr) throw Unreadable(name);
    return *found;
}

const js::object& object_in(const js::object& object, std::string_view name) {
    const js::object* found = member(object, name).if_object();
    if (found == nullptr) throw Unreadable(name);
    return *found;
}

const js::array& array_in(const js::object& object, std::string_view name) {
    const js::array* found = member(object, name).if_array();
    if (found == nullptr) throw Unreadable(name);
    return *found;
}

std::string text_in(const js::object& object, std::string_view name) {
    const js::string* found = member(object, name).if_string();
    if (found == nullptr) throw Unreadable(name);
    return {found->data(), found->size()};
}

std::uint64_t number_in(const js::object& object, std::string_view name) {
    const std::int64_t* found = member(object, name).if_int64();
    if (found == nullptr || *found < 0) throw Unreadable(name);
    return static_cast<std::uint64_t>(*found);
}

Sha256 digest_in(const js::object& object, std::string_view name) {
    std::optional<Sha256> digest = Sha256::from_hex(text_in(object, name));
    if (!digest) throw Unreadable(name);
    return *digest;
}

BackedUpFile file_of(const js::object& object) {
    return {digest_in(object, "sha256"), number_in(object, "bytes")};
}

Instant instant_in(const js::object& object, std::string_view name) {
    std::optional<Instant> instant = parse_instant(text_in(object, name));
    if (!instant) throw Unreadable(name);
    return *instant;
}

void read_ledger(const js::object& ledger, Manifest& manifest) {
    manifest.origin = text_in(ledger, "origin");
    manifest.ledger_size = number_in(ledger, "entries");
    manifest.ledger_root = digest_in(ledger, "root");
    manifest.verifier_key = text_in(ledger, "key");
}

Manifest manifest_of(const js::object& object) {
    if (text_in(object, "format") != format_name) throw Unreadable("format");
    Manifest manifest;
    manifest.program = text_in(object, "program");
    manifest.made = instant_in(object, "made");
    const js::object& database = object_in(object, "database");
    std::string engine = text_in(database, "engine");
    if (engine != "sqlite" && engine != "postgresql") throw Unreadable("engine");
    manifest.is_postgres = engine == "postgresql";
    manifest.database = file_of(object_in(database, "file"));
    if (object.contains("settings")) manifest.settings = file_of(object_in(object, "settings"));
    if (object.contains("ledger")) read_ledger(object_in(object, "ledger"), manifest);
    for (const js::value& file : array_in(object, "files")) {
        if (!file.is_object()) throw Unreadable("files");
        manifest.files.push_back(file_of(file.get_object()));
    }
    for (const js::value& problem : array_in(object, "problems")) {
        if (!problem.is_string()) throw Unreadable("problems");
        manifest.problems.emplace_back(problem.get_string().data(), problem.get_string().size());
    }
    return manifest;
}

void write_ledger(JsonWriter& json, const Manifest& manifest) {
    json.key("ledger").begin_object();
    json.key("origin").value(manifest.origin).key("entries").value(manifest.ledger_size);
    json.key("root").value(manifest.ledger_root.hex()).key("key").value(manifest.verifier_key).end_object();
}

void compare(const std::filesystem::path& path, const BackedUpFile& expected,
             std::vector<std::string>& problems) {
    std::optional<BackedUpFile> found = measure_file(path);
    if (!found)
        problems.push_back(fmt::format("{} is missing.", path.string()));
    else if (found->bytes != expected.bytes)
        problems.push_back(fmt::format("{} has {} bytes, but the manifest says {}.", path.string(),
                                       found->bytes, expected.bytes));
    else if (found->digest != expected.digest)
        problems.push_back(fmt::format("{} was altered: its SHA-256 is {}, but the manifest says {}.",
                                       path.string(), found->digest.hex(), expected.digest.hex()));
}

} // namespace

std::string manifest_text(const Manifest& manifest) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("format").value(format_name).key("format_version").value(format_version);
    json.key("program").value(manifest.program).key("made").value(iso(manifest.made));
    json.key("database").begin_object();
    json.key("engine").value(manifest.is_postgres ? "postgresql" : "sqlite").key("file");
    write_file(json, manifest.database);
    json.end_object();
    if (manifest.settings) {
        json.key("settings");
        write_file(json, *manifest.settings);
    }
    if (!manifest.origin.empty()) write_ledger(json, manifest);
    json.key("files").begin_array();
    for (const BackedUpFile& file : manifest.files) write_file(json, file);
    json.end_array().key("problems").begin_array();
    for (const std::string& problem : manifest.problems) json.value(problem);
    json.end_array().end_object();
    text += '\n';
    return text;
}

std::expected<Manifest, std::string> parse_manifest(std::string_view text) {
    Result<js::value> value = parse_json(text);
    if (!value || !value->is_object())
        return std::unexpected("it is no JSON object, or was cut off or altered");
    try {
        if (number_in(value->get_object(), "format_version") != format_version)
            return std::unexpected(
                "it was written by a newer version of this program; restore with that one");
        return manifest_of(value->get_object());
    } catch (const Unreadable& place) {
        return std::unexpected(fmt::format("its “{}” is missing or cannot be read", place.what()));
    }
}

std::optional<BackedUpFile> measure_file(const std::filesystem::path& path) {
    const storage::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open() && errno == ENOENT) return std::nullopt;
    Sha256Stream digest;
    std::uint64_t bytes = 0;
    std::string piece(1 << 16, '\0');
    for (;;) {
        const ssize_t count = file.is_open() ? ::read(file.number(), piece.data(), piece.size()) : -1;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0)
            throw MachineFailure(
                fmt::format("{} cannot be read: {}.", path.string(), storage::words_of(errno)));
        if (count == 0) return BackedUpFile{digest.finish(), bytes};
        digest.add(bytes_of(std::string_view(piece).substr(0, static_cast<std::size_t>(count))));
        bytes += static_cast<std::uint64_t>(count);
    }
}

BackedUpFile measure_written(const std::filesystem::path& path) {
    std::optional<BackedUpFile> found = measure_file(path);
    if (!found) throw MachineFailure(fmt::format("{} has just been written and is gone.", path.string()));
    return *found;
}

std::string read_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) throw MachineFailure(fmt::format("{} cannot be read.", path.string()));
    return text;
}

/// Complete and durable under its name, or not there.
void write_text(const std::filesystem::path& path, std::string_view text) {
    std::filesystem::path part = path;
    part += ".part";
    const storage::Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!file.is_open())
        throw MachineFailure(
            fmt::format("{} cannot be written: {}.", path.string(), storage::words_of(errno)));
    storage::write_all(file, bytes_of(text), path);
    storage::make_durable(file, path);
    std::filesystem::rename(part, path);
    storage::make_durable(std::filesystem::absolute(path).parent_path());
}

std::filesystem::path place_in_backup(const std::filesystem::path& backup, const Sha256& digest) {
    const std::string hex = digest.hex();
    return backup / "files" / hex.substr(0, 2) / hex.substr(2);
}

std::vector<std::string> altered_files(const std::filesystem::path& backup, const Manifest& manifest) {
    std::vector<std::string> problems;
    compare(backup / manifest.database_name(), manifest.database, problems);
    if (manifest.settings) compare(backup / settings_name, *manifest.settings, problems);
    for (const BackedUpFile& file : manifest.files)
        compare(place_in_backup(backup, file.digest), file, problems);
    return problems;
}

} // namespace poa::app
