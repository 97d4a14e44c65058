// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/pages_parts.hpp"

#include <numeric>

namespace poa::documents {
namespace {

using Kind = WeighedPassage::Kind;

class Cutter {
  public:
    Cutter(std::span<const WeighedPassage> passages, std::size_t bytes_max)
        : passages_(passages), bytes_max_(bytes_max) {}

    /// Takes what lies between, cut before headings down to `finest`; what is too heavy, cut finer.
    void take(std::size_t begin, std::size_t end, Kind finest) {
        for (std::size_t at = begin; at < end;) {
            const std::size_t after = end_of_unit(at, end, finest);
            const std::size_t bytes = weight(at, after);
            if (begins_.empty() || (used_ > 0 && used_ + bytes > bytes_max_)) {
                begins_.push_back(at);
                used_ = 0;
            }
            if (bytes > bytes_max_ && finest != Kind::text)
                take(at, after, finest == Kind::heading ? Kind::inner_heading : Kind::text);
            else
                used_ += bytes;
            at = after;
        }
    }
    [[nodiscard]] std::vector<std::size_t> begins() && { return std::move(begins_); }

  private:
    /// Headings in a row stay with what follows the last of them.
    [[nodiscard]] std::size_t end_of_unit(std::size_t begin, std::size_t end, Kind finest) const {
        std::size_t at = begin;
        while (at < end && passages_[at].kind != Kind::text) ++at;
        if (at < end) ++at;
        while (at < end && passages_[at].kind > finest) ++at;
        return at;
    }
    [[nodiscard]] std::size_t weight(std::size_t begin, std::size_t end) const {
        auto range = passages_.subspan(begin, end - begin);
        return std::accumulate(range.begin(), range.end(), std::size_t(0),
                               [](std::size_t sum, const WeighedPassage& each) { return sum + each.bytes; });
    }

    std::span<const WeighedPassage> passages_;
    std::size_t bytes_max_;
    std::size_t used_ = 0; ///< by the part at hand
    std::vector<std::size_t> begins_;
};

} // namespace

std::vector<std::size_t> part_begins(std::span<const WeighedPassage> passages, std::size_t bytes_max) {
    Cutter cutter(passages, bytes_max);
    cutter.take(0, passages.size(), Kind::heading);
    return std::move(cutter).begins();
}

} // namespace poa::documents
