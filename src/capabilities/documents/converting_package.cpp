// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/converting_package.hpp"

#include <algorithm>
#include <zlib.h>

namespace poa::documents {
namespace {

constexpr std::string_view directory_sign = "PK\x01\x02", local_sign = "PK\x03\x04", end_sign = "PK\x05\x06";
constexpr std::size_t directory_bytes = 46, local_bytes = 30, end_bytes = 22;
constexpr std::uint16_t stored = 0, deflated = 8, enciphered = 1, names_in_utf8 = 0x0800;

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < count; ++i)
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return number;
}

void put(std::string& out, std::uint32_t number, int count) {
    for (int i = 0; i < count; ++i) out += static_cast<char>(number >> (8 * i));
}

std::string_view packed_bytes(std::string_view bytes, std::size_t local, std::size_t size) {
    if (local + local_bytes > bytes.size() || bytes.substr(local, 4) != local_sign) return {};
    std::size_t begin =
        local + local_bytes + little_endian(bytes, local + 26, 2) + little_endian(bytes, local + 28, 2);
    if (begin > bytes.size() || size > bytes.size() - begin) return {};
    return bytes.substr(begin, size);
}

std::optional<std::string> inflate_all(std::string_view packed, std::size_t bytes_max) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out, piece(64 * 1024, '\0');
    int state = Z_OK;
    while (state == Z_OK && out.size() <= bytes_max) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece, 0, piece.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END || out.size() > bytes_max) return std::nullopt;
    return out;
}

PackageEntry with_content(PackageEntry entry, std::string_view content) {
    entry.packed = content;
    entry.method = stored;
    entry.unpacked_bytes = static_cast<std::uint32_t>(content.size());
    entry.checksum = static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size()));
    return entry;
}

/// The fields that the local header and the directory have in common.
void put_fields(std::string& out, const PackageEntry& entry) {
    put(out, 20, 2);
    put(out, entry.flags & names_in_utf8, 2);
    put(out, entry.method, 2);
    put(out, 0, 4); // no time of day
    put(out, entry.checksum, 4);
    put(out, static_cast<std::uint32_t>(entry.packed.size()), 4);
    put(out, entry.unpacked_bytes, 4);
    put(out, static_cast<std::uint32_t>(entry.name.size()), 2);
    put(out, 0, 2);
}

} // namespace

std::optional<std::vector<PackageEntry>> read_package(std::string_view bytes) {
    std::size_t end = bytes.rfind(end_sign);
    if (end == std::string_view::npos || end + end_bytes > bytes.size()) return std::nullopt;
    std::size_t count = little_endian(bytes, end + 10, 2), at = little_endian(bytes, end + 16, 4);
    std::vector<PackageEntry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        if (at + directory_bytes > bytes.size() || bytes.substr(at, 4) != directory_sign) return std::nullopt;
        std::size_t name = little_endian(bytes, at + 28, 2);
        PackageEntry entry;
        entry.name = bytes.substr(at + directory_bytes, name);
        entry.flags = static_cast<std::uint16_t>(little_endian(bytes, at + 8, 2));
        entry.method = static_cast<std::uint16_t>(little_endian(bytes, at + 10, 2));
        entry.checksum = little_endian(bytes, at + 16, 4);
        entry.unpacked_bytes = little_endian(bytes, at + 24, 4);
        entry.packed =
            packed_bytes(bytes, little_endian(bytes, at + 42, 4), little_endian(bytes, at + 20, 4));
        entries.push_back(entry);
        at += directory_bytes + name + little_endian(bytes, at + 30, 2) + little_endian(bytes, at + 32, 2);
    }
    return entries;
}

const PackageEntry* find_entry(const std::vector<PackageEntry>& entries, std::string_view name) {
    auto found =
        std::find_if(entries.begin(), entries.end(), [&](const PackageEntry& e) { return e.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

std::optional<std::string> unpack(const PackageEntry& entry, std::size_t bytes_max) {
    if ((entry.flags & enciphered) != 0) return std::nullopt;
    if (entry.method == stored && entry.packed.size() <= bytes_max) return std::string(entry.packed);
    if (entry.method != deflated) return std::nullopt;
    return inflate_all(entry.packed, bytes_max);
}

std::string with_entry(const std::vector<PackageEntry>& entries, std::string_view name,
                       std::string_view content) {
    std::string out, directory;
    for (const PackageEntry& old : entries) {
        PackageEntry entry = old.name == name ? with_content(old, content) : old;
        auto local = static_cast<std::uint32_t>(out.size());
        out += local_sign;
        put_fields(out, entry);
        out += entry.name;
        out += entry.packed;
        directory += directory_sign;
        put(directory, 20, 2);
        put_fields(directory, entry);
        put(directory, 0, 10); // no note, one disk, no attributes
        put(directory, local, 4);
        directory += entry.name;
    }
    auto begin = static_cast<std::uint32_t>(out.size()), count = static_cast<std::uint32_t>(entries.size());
    out += directory + std::string(end_sign);
    put(out, 0, 4);
    put(out, count, 2);
    put(out, count, 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

} // namespace poa::documents
