// SPDX-License-Identifier: Apache-2.0
#pragma once
// ZIP files as DOCX and ODT are: what is in them, one entry read, one entry changed. Nothing in them is
// trusted.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::documents {

struct PackageEntry {
    std::string_view name;
    std::string_view packed; ///< bytes as they lie in the package; empty where it says something impossible
    std::uint32_t checksum = 0, unpacked_bytes = 0; ///< as the package says
    std::uint16_t method = 0;                       ///< 0: as it is, 8: deflated
    std::uint16_t flags = 0;
};

/// The entries in the order of the directory; nothing where there is no whole directory. Views into `bytes`.
[[nodiscard]] std::optional<std::vector<PackageEntry>> read_package(std::string_view bytes);

[[nodiscard]] const PackageEntry* find_entry(const std::vector<PackageEntry>& entries, std::string_view name);

/// The entry unpacked; nothing where it is broken, enciphered or longer than `bytes_max`, whatever the
/// directory says.
[[nodiscard]] std::optional<std::string> unpack(const PackageEntry& entry, std::size_t bytes_max);

/// The package with the content of one entry changed; the rest as it was.
[[nodiscard]] std::string with_entry(const std::vector<PackageEntry>& entries, std::string_view name,
                                     std::string_view content);

} // namespace poa::documents
