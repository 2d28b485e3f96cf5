// A file that appears under its name complete or not at all: written beside its place under a hidden name, brought to
// the disk, then renamed. publish() looks again whether the place is free. Without publish() the hidden file is
// removed; what a killed run of this machine left in the folder goes when the next one writes there. An existing file
// is replaced only with `overwrite`, never while another program has it open as a database, and only where MayReplace
// has no objection. A link is followed.
// companion_of (publish) names a file that speaks of the old content: out of the way before the rename, back where that
// fails (after a kill, by the next run), so that it never stands beside content it does not speak of. Existing::aside
// is `replace` that, where another program has the file open or MayReplace objects, takes the first free name NAME-2,
// NAME-3 … beside it: path() says which. Errors of kind output: write.exists {path}, write.locked {path, what},
// write.failed {path, reason}, those of MayReplace.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <future>
#include <string>
#include <string_view>
#include <utility>

#include "layers/write/may_replace.hpp"

namespace redline {

enum class Existing { keep, replace, aside, keep_or_aside };  // the last: aside where locked, else as keep

class AtomicFile {
 public:
  AtomicFile(std::string path, bool overwrite, MayReplace may_replace = no_ledger_lost)
      : AtomicFile(std::move(path), overwrite ? Existing::replace : Existing::keep, std::move(may_replace)) {}
  AtomicFile(std::string path, Existing existing, MayReplace may_replace = no_ledger_lost);
  ~AtomicFile();
  AtomicFile(AtomicFile const&) = delete;
  AtomicFile& operator=(AtomicFile const&) = delete;
  std::string const& path() const { return m_path; }            // as the user gave it, or aside
  std::string const& temporary() const { return m_temporary; }  // exists, empty, in the same directory
  void write_out_beside();  // what is there so far goes to the disk while other work goes on; publish() has less to do
  void write_out_meanwhile();  // the same, unless the disk is still busy with it
  void publish(std::string (*companion_of)(std::string const& path) = nullptr);

 private:
  std::string in_use() const;  // by what; empty: not
  std::optional<Message> in_the_way() const;
  void check_place();
  void step_aside();
  void put_in_place();

  std::string m_path, m_target, m_temporary;
  bool m_overwrite, m_aside;
  MayReplace m_may_replace;
  bool m_published = false;
  std::future<void> m_writing_out, m_letting_go;
};

// A folder beside a place to be written, for writers that make several files or their own names; gone with the object,
// or with the next run where it was killed. Error(output, write.failed).
class HiddenFolder {
 public:
  explicit HiddenFolder(std::string const& target);
  ~HiddenFolder();
  HiddenFolder(HiddenFolder const&) = delete;
  HiddenFolder& operator=(HiddenFolder const&) = delete;
  std::string const& path() const { return m_path; }

 private:
  std::string m_path;
};

// Appends bytes to a file that exists, a megabyte at a time; close() writes the rest and says whether all went well.
class ByteSink {
 public:
  ByteSink(std::string const& file, std::string shown);
  ~ByteSink();
  ByteSink(ByteSink const&) = delete;
  ByteSink& operator=(ByteSink const&) = delete;
  void add(std::string_view bytes);
  void close();

 private:
  void flush();

  std::string m_shown, m_buffer;
  int m_file;
};

void write_file(std::string const& path, std::string_view bytes, bool overwrite);  // small files in one piece

}  // namespace redline
