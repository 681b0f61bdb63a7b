package cli

import "reftel/ui/export"

// json writes a value as one line of JSON.
func (p *printer) json(v any) {
	if p.err != nil {
		return
	}
	line, err := export.AppendJSON(nil, v)
	if err != nil {
		p.err = err
		return
	}
	p.raw(string(line) + "\n")
}
