// SPDX-License-Identifier: Apache-2.0
#pragma once
// How an answer goes out: compressed or not, whole, a part or not at all; decided before anything is written.

#include "http/message.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace poa::http {

/// An open file and the part of it that is still to be sent.
class OpenFile {
  public:
    OpenFile() = default;
    explicit OpenFile(const std::filesystem::path& path); ///< throws MachineFailure
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::uint64_t remaining() const { return remaining_; }
    void limit_to(std::uint64_t first, std::uint64_t length);
    /// Replaces `piece` by the next bytes, at most 128 KiB. Throws MachineFailure where the file ends too
    /// early.
    void read(std::string& piece);

  private:
    int descriptor_ = -1;
    std::uint64_t size_ = 0, next_ = 0, remaining_ = 0;
};

/// What is written for one answer.
struct Delivery {
    int status = 200;
    std::string fields;                  ///< header lines, but for Date and Connection
    std::string own;                     ///< bytes made here: compressed text, pieces of a file
    std::string_view body;               ///< what follows the head; within `own` or the answer
    OpenFile file;                       ///< what follows `body`
    const EventStream* stream = nullptr; ///< what follows `body`, without end; within the answer

    void clear();
};

/// Whether `deliver` reads the disk or compresses, and so belongs on a worker thread.
[[nodiscard]] bool needs_worker(const Request& request, const Answer& answer);

/// Decides by the request's headers and fills `delivery`, which keeps looking into `answer`. The status 416
/// is left with a Content-Range (the first of its fields) and no body: the caller has the words. Throws
/// OurMistake for headers that cannot be sent, MachineFailure for files that cannot be read.
void deliver(const Request& request, const Answer& answer, Delivery& delivery);

} // namespace poa::http
