// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/mineral_words.hpp"

#include <algorithm>

#include "engine/core/letters.hpp"

namespace redline::rules {
namespace {

using V = Vocabulary;

constexpr std::size_t LONGEST_NAME = 40;  // bytes

constexpr std::string_view BETWEEN = "|、|，|；|／|｜|。|,|;|/|+|和|及|与|以及|and|\n|\r|";

// 等 (and others) is not among them.
constexpr std::string_view BESIDE =
    "|矿石|矿床|矿产|矿体|矿山|矿区|矿|原生|砂|脉|伴生|共生|普通|晶质|隐晶质|主矿种|矿种|水泥用|建筑用|饰面用|冶金用|"
    "熔剂用|制灰用|电石用|化工用|制碱用|玻璃用|陶瓷用|砖瓦用|无|（|）|：|(|)|:|《|》|“|”|·|.|-|—|_| |\t|　|ore|ores|"
    "mineral|mine|deposit|";

// Names no mineral, though a part of it does.
constexpr std::string_view NO_NAME = "|金属|";

bool listed(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1))
    if (at > 0 && list[at - 1] == '|' && at + word.size() < list.size() && list[at + word.size()] == '|') return true;
  return false;
}

bool plain_letter(char c) { return c >= 'a' && c <= 'z'; }
bool goes_on(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool within_a_word(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && (goes_on(text[at]) || (plain_letter(text[at]) && plain_letter(text[at - 1])));
}

// Blanks count between Latin words only: 铜 矿 is 铜矿.
std::string closed_up(std::string_view text) {
  std::string out;
  auto const small = small_letters(std::string(text));
  for (std::size_t i = 0; i < small.size(); ++i) {
    if (small.compare(i, 3, "　") == 0) {
      i += 2;
      continue;
    }
    auto const latin = [&](std::size_t at) { return at < small.size() && static_cast<signed char>(small[at]) > ' '; };
    if (small[i] != ' ' || (i > 0 && latin(i - 1) && latin(i + 1))) out += small[i];
  }
  return out;
}

std::uint32_t exceptions() {
  static auto const BITS = word_bit(V::mineral_class, "oil_gas") | word_bit(V::mineral_class, "uranium") |
                           word_bit(V::mineral_class, "strategic");
  return BITS;
}

class MineralReader {
 public:
  MineralReader(std::string text, Names const& names) : m_text(std::move(text)), m_names(names) {}

  MineralReading run() {
    while (m_at < m_text.size()) take_word();
    end_part();
    return m_out;
  }

 private:
  void take_word() {
    for (auto length = std::min(LONGEST_NAME, m_text.size() - m_at); length > 0; --length) {
      if (within_a_word(m_text, m_at) || within_a_word(m_text, m_at + length)) continue;
      if (takes(std::string_view(m_text).substr(m_at, length))) {
        m_at += length;
        return;
      }
    }
    skip_letter();
  }

  bool takes(std::string_view word) {
    if (listed(NO_NAME, word)) return m_left_over = true;
    if (auto const it = m_names.find(word); it != m_names.end()) {
      m_part |= word_bit(it->second);
      return true;
    }
    if (!listed(BETWEEN, word)) return listed(BESIDE, word);
    end_part();
    return true;
  }

  void skip_letter() {
    bool const use = m_text.compare(m_at, 3, "用") == 0;
    for (++m_at; m_at < m_text.size() && goes_on(m_text[m_at]);) ++m_at;
    m_left_over = !use;
  }

  void end_part() {
    if (m_part & exceptions() || !m_left_over)
      m_out.classes |= m_part;
    else
      m_out.unknown = true;
    m_part = 0, m_left_over = false;
  }

  std::string m_text;
  Names const& m_names;
  std::size_t m_at = 0;
  std::uint32_t m_part = 0;  // the classes named since the last sign between minerals
  bool m_left_over = false;
  MineralReading m_out;
};

}  // namespace

bool says_no_mineral(std::string_view word) { return listed(BESIDE, word) || listed(BETWEEN, word); }

MineralReading read_minerals(std::string_view text, Names const& names) {
  if (auto const it = names.find(text); it != names.end()) return {word_bit(it->second), false};
  return MineralReader(closed_up(text), names).run();
}

}  // namespace redline::rules
