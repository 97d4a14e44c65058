// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a backup says of itself: manifest.json, written last. A folder without one is no backup.
//
//   manifest.json    this
//   poa.sqlite       the database; or poa.dump, by pg_dump
//   poa.conf         the settings, where there were any
//   files/ab/cdef..  the large files, named by their digest

#include "base/bytes.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace poa::app {

struct BackedUpFile {
    Sha256 digest;
    std::uint64_t bytes = 0;
    bool operator==(const BackedUpFile&) const = default;
};

struct Manifest {
    std::string program; ///< version that made it
    Instant made;        ///< whole seconds
    bool is_postgres = false;
    BackedUpFile database;
    std::optional<BackedUpFile> settings;
    std::string origin; ///< of the ledger; empty: nothing was signed yet, and size and root say nothing
    std::uint64_t ledger_size = 0;
    Sha256 ledger_root;
    std::string verifier_key;
    std::vector<BackedUpFile> files;   ///< by digest
    std::vector<std::string> problems; ///< what was wrong with the instance when the backup was made
    bool operator==(const Manifest&) const = default;

    [[nodiscard]] const char* database_name() const { return is_postgres ? "poa.dump" : "poa.sqlite"; }
};

inline constexpr const char* manifest_name = "manifest.json";
inline constexpr const char* settings_name = "poa.conf";

[[nodiscard]] std::string manifest_text(const Manifest& manifest);
/// The manifest, or a sentence on what cannot be read in it.
[[nodiscard]] std::expected<Manifest, std::string> parse_manifest(std::string_view text);

/// Size and digest of a file, read piece by piece; nothing where there is no file. Throws MachineFailure
/// where it cannot be read.
[[nodiscard]] std::optional<BackedUpFile> measure_file(const std::filesystem::path& path);

/// The same of a file that was just written; throws where there is none.
[[nodiscard]] BackedUpFile measure_written(const std::filesystem::path& path);

/// A small file. Throws MachineFailure where it cannot be read.
[[nodiscard]] std::string read_text(const std::filesystem::path& path);
/// Complete and durable under its name, or not there: throws MachineFailure. Readable by its owner alone.
void write_text(const std::filesystem::path& path, std::string_view text);

/// Where a backup keeps a large file.
[[nodiscard]] std::filesystem::path place_in_backup(const std::filesystem::path& backup,
                                                    const Sha256& digest);

/// Sentences on files of the backup that are missing or are not what the manifest says, each with its path;
/// empty when all are right.
[[nodiscard]] std::vector<std::string> altered_files(const std::filesystem::path& backup,
                                                     const Manifest& manifest);

} // namespace poa::app
