// SPDX-License-Identifier: Apache-2.0
#pragma once
// A file descriptor that closes itself, and writing that lasts.

#include "base/bytes.hpp"

#include <filesystem>
#include <string>
#include <utility>

namespace poa::storage {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

/// The system's words for an error number.
[[nodiscard]] std::string words_of(int system_error);

/// Writes all of `content`. Throws MachineFailure naming `path`.
void write_all(const Descriptor& file, Bytes content, const std::filesystem::path& path);
/// fsync. Throws MachineFailure naming `path`.
void make_durable(const Descriptor& file, const std::filesystem::path& path);
/// fsync of a file or of a folder (what was made or renamed in it) by name.
void make_durable(const std::filesystem::path& path);

} // namespace poa::storage
