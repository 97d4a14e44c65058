// SPDX-License-Identifier: Apache-2.0
#pragma once
// RFC 6962, section 2.1, word for word and as slow as that is: what the quick implementation is measured
// against.

#include "base/bytes.hpp"

#include <map>
#include <string>
#include <vector>

namespace poa::ledger::reference {

inline Sha256 hash(const std::string& prefix, const std::string& content) {
    return sha256(prefix + content);
}
inline std::string raw(const Sha256& digest) {
    return std::string(text_of(digest.bytes));
}

/// A list of leaves with the definitions of the RFC over its ranges, remembered.
class Tree {
  public:
    explicit Tree(std::vector<std::string> leaves) : leaves_(std::move(leaves)) {}
    [[nodiscard]] std::size_t size() const { return leaves_.size(); }
    [[nodiscard]] const std::vector<std::string>& leaves() const { return leaves_; }

    /// MTH(D[begin:end])
    const Sha256& root(std::size_t begin, std::size_t end) {
        auto [found, fresh] = roots_.try_emplace({begin, end});
        if (!fresh) return found->second;
        Sha256 result;
        if (begin == end) {
            result = sha256(std::string_view());
        } else if (end - begin == 1) {
            result = hash(std::string(1, '\0'), leaves_[begin]);
        } else {
            std::size_t k = split(end - begin);
            result = hash("\x01", raw(root(begin, begin + k)) + raw(root(begin + k, end)));
        }
        return roots_[{begin, end}] = result;
    }
    const Sha256& root(std::size_t size) { return root(0, size); }

    /// PATH(m, D[begin:end])
    std::vector<Sha256> path(std::size_t m, std::size_t begin, std::size_t end) {
        if (end - begin == 1) return {};
        std::size_t k = split(end - begin);
        std::vector<Sha256> result = m < k ? path(m, begin, begin + k) : path(m - k, begin + k, end);
        result.push_back(m < k ? root(begin + k, end) : root(begin, begin + k));
        return result;
    }

    /// SUBPROOF(m, D[begin:end], b)
    std::vector<Sha256> subproof(std::size_t m, std::size_t begin, std::size_t end, bool b) {
        if (m == end - begin) return b ? std::vector<Sha256>{} : std::vector<Sha256>{root(begin, end)};
        std::size_t k = split(end - begin);
        std::vector<Sha256> result;
        if (m <= k) {
            result = subproof(m, begin, begin + k, b);
            result.push_back(root(begin + k, end));
        } else {
            result = subproof(m - k, begin + k, end, false);
            result.push_back(root(begin, begin + k));
        }
        return result;
    }

  private:
    static std::size_t split(std::size_t n) {
        std::size_t k = 1;
        while (2 * k < n) k *= 2;
        return k;
    }
    std::vector<std::string> leaves_;
    std::map<std::pair<std::size_t, std::size_t>, Sha256> roots_;
};

inline Tree numbered_tree(std::size_t size) {
    std::vector<std::string> leaves;
    for (std::size_t i = 0; i < size; ++i) leaves.push_back("leaf " + std::to_string(i));
    return Tree(std::move(leaves));
}

} // namespace poa::ledger::reference
