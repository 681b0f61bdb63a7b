package library

import "time"

// Rate returns how many bytes were read in a second, of those that were read in some time.
func (p Progress) Rate(elapsed time.Duration) int64 {
	return int64(float64(p.BytesDone) / max(elapsed.Seconds(), 0.001))
}

// Left returns how long the rest will take at that rate; 0 when that can't be said.
func (p Progress) Left(elapsed time.Duration) time.Duration {
	rate := p.Rate(elapsed)
	if rate == 0 || p.Bytes <= p.BytesDone {
		return 0
	}
	return time.Duration(float64(p.Bytes-p.BytesDone) / float64(rate) * float64(time.Second)).Round(time.Second)
}
